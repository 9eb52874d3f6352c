import type { Severity } from '../diagnostics/diagnostic.js'
import { RULES } from './rules/index.js'

/** What a rule may be set to. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]

/** How bad each rule's findings are; a rule that is not in it is off. */
export type Settings = ReadonlyMap<string, Severity>

/** A rule name or a level that does not exist. */
export interface SettingFault {
  readonly kind: 'rule' | 'level'
  readonly value: string
  /** What there is. */
  readonly known: string
}

/** The defaults, changed by what was asked for; of two settings for one rule the later counts. */
export function settingsOf(
  asked: Iterable<readonly [name: string, level: string]> = [],
): Settings | SettingFault {
  const settings = new Map(RULES.map(({ name, severity }) => [name, severity]))
  for (const [name, level] of asked) {
    if (!RULES.some((rule) => rule.name === name)) {
      return { kind: 'rule', value: name, known: RULES.map((rule) => rule.name).join(', ') }
    }
    if (!isLevel(level)) return { kind: 'level', value: level, known: LEVELS.join(', ') }
    if (level === 'off') settings.delete(name)
    else settings.set(name, level)
  }
  return settings
}

export const isSettingFault = (value: Settings | SettingFault): value is SettingFault => 'kind' in value

const isLevel = (level: string): level is Level => (LEVELS as readonly string[]).includes(level)
