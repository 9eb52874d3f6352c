import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/lint/rules/index.js'
import { settingsOf, type Settings } from '../../src/lint/settings.js'
import { findings } from './finding.js'

const page = readFileSync('docs/lint.md', 'utf8')
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text]),
)
const examples = (rule: string, kind: 'bad' | 'good'): string[] =>
  [...(sections.get(rule) ?? '').matchAll(new RegExp(`^\`\`\`text ${kind}\\n([^\`]*)\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )
const only = (name: string): Settings =>
  new Map([...(settingsOf() as Settings)].filter(([key]) => key === name))

describe('docs/lint.md', () => {
  it('has a section for every rule and for nothing else, in order', () => {
    expect([...sections.keys()]).toEqual(RULES.map(({ name }) => name))
  })
  it.each(RULES.map(({ name, severity }) => [name, severity]))('lists %s as %s', (name, severity) => {
    expect(page).toMatch(new RegExp(`^\\| \\[${name}\\]\\(#${name}\\) +\\| ${severity} +\\|`, 'm'))
  })
})

describe.each(RULES.map(({ name }) => name))('%s', (name) => {
  const bad = examples(name, 'bad')
  const good = examples(name, 'good')
  it('has examples of both kinds', () => expect(bad.length * good.length).toBeGreaterThan(0))
  it.each(bad)('finds %j', (text) => {
    expect(findings(text, only(name)).map(({ rule }) => rule)).toContain(name)
  })
  it.each(good)('finds nothing in %j', (text) => {
    expect(findings(text, only(name)).map((finding) => finding.message.en)).toEqual([])
  })
})
