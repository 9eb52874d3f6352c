import { fill } from '../diagnostics/message.js'
import type { RegistryDocument } from '../generated/registry.js'
import { baseLexicon, type Lexicon } from '../grammar/index.js'
import { SourceText } from '../source/source-text.js'
import type { Finding, Quote } from './finding.js'
import type { Found, Place, Rule } from './rule.js'
import { RULES } from './rules/index.js'
import { type Settings, settingsOf } from './settings.js'

export interface LintOptions {
  /** How bad each rule is; the rules' own severities otherwise. */
  readonly settings?: Settings
  readonly lexicon?: Lexicon
}

/**
 * What is wrong with a text as a draft, in order of place. `document` is the text's entry in a registry: compiling
 * has found its facts, and the rules judge them.
 */
export function lint(document: RegistryDocument, text: string, options: LintOptions = {}): Finding[] {
  const settings = options.settings ?? (settingsOf() as Settings)
  const source = new SourceText(text, document.source.path)
  const subject = { document, source, lexicon: options.lexicon ?? baseLexicon() }
  const findings: Finding[] = []
  for (const rule of RULES) {
    const severity = settings.get(rule.name)
    if (severity === undefined) continue
    for (const found of rule.check(subject)) findings.push({ ...worded(rule, found, source), severity })
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.rule.localeCompare(b.rule, 'en'))
}

function worded(rule: Rule, found: Found, source: SourceText): Omit<Finding, 'severity'> {
  const { message, values = {}, span, related = [], obligations = [] } = found
  const template = rule.messages[message] as { en: string; zh: string }
  return {
    rule: rule.name,
    message: { en: fill(template.en, values), zh: fill(template.zh, values) },
    ...quote(span, source),
    related: related.map((place) => quote(place, source)),
    obligations,
  }
}

function quote({ start, end, page }: Place, source: SourceText): Quote {
  const { line, column } = source.place(start)
  return {
    span: { start, end, line, column, page: page ?? null },
    end: source.place(end),
    text: source.text.slice(start, end),
  }
}
