import { CODES, type DiagnosticCode } from './codes.js'
import { reasonIn } from './reasons.js'

/** The languages that people are shown; a registry is always English. */
export type Language = 'en' | 'zh'

type Values = Readonly<Record<string, string | number>>

/** A template with every `{name}` replaced by its value. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The same in a language: a reason that came in English is said in it too, where we have the words. */
export const sentence = (template: string, values: Values, language: Language): string =>
  fill(
    template,
    typeof values['reason'] === 'string'
      ? { ...values, reason: reasonIn(values['reason'], language) }
      : values,
  )

/** The sentence of a diagnostic. */
export const messageOf = (code: DiagnosticCode, values: Values, language: Language = 'en'): string =>
  sentence(CODES[code][language], values, language)

/** What to do about it, where there is something to do. */
export function hintOf(code: DiagnosticCode, language: Language): string | undefined {
  const entry = CODES[code]
  return 'hint' in entry ? entry.hint[language] : undefined
}

/**
 * The sentence in another language. A registry holds the English one only, so the values are read back out of it;
 * where that fails the English sentence is better than none.
 */
export function translate(code: DiagnosticCode, english: string, language: Language): string {
  if (language === 'en') return english
  const entry: Readonly<Record<Language, string>> | undefined = CODES[code]
  const values = entry && valuesIn(entry.en, english)
  return values ? sentence(entry[language], values, language) : english
}

/** The values that make the template the sentence, or null. */
function valuesIn(template: string, sentence: string): Record<string, string> | null {
  const values: Record<string, string> = {}
  const parts = template.split(/\{(\w+)\}/)
  let at = (parts[0] ?? '').length
  if (!sentence.startsWith(parts[0] ?? '')) return null
  for (let i = 1; i < parts.length; i += 2) {
    const literal = parts[i + 1] ?? ''
    const last = i + 2 >= parts.length
    const end = last ? sentence.length - literal.length : sentence.indexOf(literal, at)
    if (end < at || !sentence.startsWith(literal, end)) return null
    values[parts[i] ?? ''] = sentence.slice(at, end)
    at = end + literal.length
  }
  return at === sentence.length ? values : null
}
