import type { Palette } from '../diagnostics/print.js'
import { cut, pad, printable } from '../diagnostics/width.js'
import type { Obligation, RegistryDocument } from '../generated/registry.js'
import type { SourceText } from '../source/source-text.js'
import type { Assignment, Block, Deadline, Fact, Policy, Section, Target, Unit } from '../tree/nodes.js'
import type { Say } from './messages.js'

interface View {
  /** Only this line, with its units in full; null for the whole tree. */
  readonly line: number | null
  readonly palette: Palette
  readonly say: Say
}

/** Columns of a unit's text in the whole tree. */
const TEXT_WIDTH = 64

/**
 * The tree for people, a line a node:
 *
 *     document  泰安市质量提升行动实施方案
 *       issuers         泰安市人民政府
 *     § 2.1  (一)  提高供给水平
 *       36:1  outcome  到2020年,…合格率稳定在98%以上。
 *             rules        figure-after-time
 *             target       农产品监测合格率 >= 98 %   [rate]  农产品监测合格率稳定在98%以上
 *             obligation   2.1-7  due 2020-12-31 (stated)  市农业局/responsible (a1)
 */
export function explainTree(
  policy: Policy,
  document: RegistryDocument,
  source: SourceText,
  view: View,
): string {
  const { palette, say, line } = view
  const obligations = new Map(document.obligations.map((item) => [item.span.start, item]))
  const out: string[] = []
  const visit = (blocks: readonly Block[], depth: number, above: readonly Section[]): void => {
    for (const block of blocks) {
      if (block.type === 'section') {
        if (line === null) out.push(indent(depth) + sectionLine(block, view))
        visit(block.children, depth + 1, [...above, block])
        continue
      }
      for (const unit of block.children) {
        if (line !== null && source.place(unit.start).line !== line) continue
        if (line !== null && out.length === 1)
          out.push(...above.map((section, i) => indent(i) + sectionLine(section, view)))
        out.push(
          ...unitLines(unit, source, obligations.get(unit.start), view).map((text) => indent(depth) + text),
        )
      }
    }
  }
  out.push(
    `${palette.dim(say('explain-document'))}  ${palette.bold(printable(document.title ?? document.id))}`,
  )
  if (line === null) out.push(...fieldLines(document, view))
  visit(policy.children, 0, [])
  if (line !== null && out.length === 1) out.push(say('explain-nothing'))
  return out.join('\n')
}

const FIELDS = [
  'documentNumber',
  'issuers',
  'addressees',
  'issuedOn',
  'publishedOn',
  'indexNumber',
  'effective',
] as const

/** What the document says of itself, as far as it says it. */
function fieldLines(document: RegistryDocument, { palette }: View): string[] {
  const { on, until } = document.effective
  const shown = { ...document, effective: on === null && until === null ? '' : `${on ?? ''}..${until ?? ''}` }
  return FIELDS.flatMap((name) => {
    const value = [shown[name] ?? []].flat().join(' | ')
    return value === '' ? [] : [`  ${palette.dim(name.padEnd(16))}${printable(value)}`]
  })
}

const indent = (depth: number): string => '  '.repeat(depth)

function sectionLine({ id, number, heading }: Section, { palette }: View): string {
  return palette.bold(`§ ${id}`) + printable(`  ${number}  ${heading ?? ''}`).trimEnd()
}

function unitLines(unit: Unit, source: SourceText, obligation: Obligation | undefined, view: View): string[] {
  const { palette, say, line } = view
  const { line: row, column } = source.place(unit.start)
  const text = printable(source.slice(unit))
  const place = `${row}:${column}`
  const label = [unit.label, ...unit.also].join('+')
  const lines = [
    `${palette.dim(place)}  ${palette.cyan(label)}  ${line === null ? cut(text, TEXT_WIDTH) : text}`,
  ]
  const detail = (name: string, value: string): void => {
    lines.push(`${' '.repeat(place.length + 2)}${palette.dim(pad(name, 13))}${printable(value)}`)
  }
  if (unit.rules.length > 0) detail(say('explain-rules'), unit.rules.join(' '))
  for (const fact of unit.children) detail(fact.type, factText(fact, source))
  if (obligation) detail(say('explain-obligation'), obligationText(obligation))
  return lines
}

function factText(fact: Fact, source: SourceText): string {
  const quote = source.slice(fact)
  switch (fact.type) {
    case 'assignment':
      return `${assignmentText(fact)}  [${fact.rule}]  ${quote}`
    case 'target':
      return `${targetText(fact)}  [${fact.rule}]  ${quote}`
    case 'deadline':
      return `${deadlineText(fact)}  [${fact.rule}]  ${quote}`
    case 'citation':
      return [fact.role, fact.title, fact.documentNumber].filter(Boolean).join('  ')
  }
}

function assignmentText({ style, bodies, openEnded, deadlines }: Assignment): string {
  const names = bodies.map(({ name, role }) => `${name}/${role}`).join(' ')
  return [style, names + (openEnded ? ' …' : ''), ...deadlines.map(deadlineText)].join('  ')
}

function targetText({ metric, comparator, value, unit, bound, from, to }: Target): string {
  const figure = typeof value === 'number' ? String(value) : value.join('..')
  const change = from === null && to === null ? '' : `(${from ?? '?'} → ${to ?? '?'})`
  return [metric, comparator, figure, unit, bound, change].filter(Boolean).join(' ')
}

function deadlineText({ kind, from, until, rrule, duration, dayType, runsFrom }: Deadline): string {
  const range = from === null && until === null ? null : from === null ? until : `${from}..${until ?? ''}`
  return [kind, range, rrule, duration, dayType, runsFrom].filter(Boolean).join(' ')
}

function obligationText({ id, due, assignees }: Obligation): string {
  const names = assignees.map(({ name, role, assignment }) => `${name}/${role} (${assignment})`).join(' ')
  return [id, due && `due ${due.date} (${due.basis})`, names].filter(Boolean).join('  ')
}
