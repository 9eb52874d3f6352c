import type { Language } from '../diagnostics/message.js'
import type { Target } from '../generated/registry.js'
import type { Change, SectionSide, Side, Time } from './types.js'
import { kindName, roleName, say } from './words.js'

/** What a change says beside its wording, a line each: target tightened  合格率 >= 96 % → 合格率 >= 98 % */
export function factLines({ details }: Change, language: Language): string[] {
  const { type, targets, deadlines, assignees } = details
  const lines: string[] = []
  const line = (name: string, old: string | null, now: string | null): void =>
    void lines.push(`${name}  ${old ?? '∅'} → ${now ?? '∅'}`)
  if (type) line(kindName('type-changed', language), type.old, type.new)
  for (const { kind, old, new: now } of targets) {
    const name = kind ? kindName(kind, language) : say('target', language)
    line(name, targetText(old, now, language), targetText(now, old, language))
  }
  for (const { kind, old, new: now } of deadlines)
    line(kindName(kind, language), timeText(old), timeText(now))
  for (const { kind, old, new: now } of assignees) {
    const body = (side: typeof old): string | null =>
      side && `${side.name} (${roleName(side.role, language)})`
    line(kindName(kind, language), body(old), body(now))
  }
  return lines
}

/** The figure; with its date where the other side has another one. */
function targetText(target: Target | null, other: Target | null, language: Language): string | null {
  if (!target) return null
  const { metric, comparator, value, unit, due } = target
  const figure = typeof value === 'number' ? String(value) : value.join('–')
  const date = due !== null && due !== other?.due ? ` (${say('due', language)} ${due})` : ''
  return `${metric} ${comparator} ${figure}${unit === null ? '' : ` ${unit}`}${date}`
}

const timeText = (time: Time | null): string | null =>
  time && (time.rrule ?? time.duration ?? time.date ?? time.text)

/** Where an obligation stands: 2.1-7 (32:303) 提高优质供给水平 */
export const placeText = ({ obligation, heading, span }: Side): string =>
  `${obligation} (${span.line}:${span.column})${heading === null ? '' : ` ${heading}`}`

/** A section with its number and heading. */
export const sectionText = ({ section, heading, span }: SectionSide): string =>
  `${section} (${span.line}:${span.column})${heading === null ? '' : ` ${heading}`}`
