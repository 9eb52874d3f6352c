import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { append } from '../source/append.js'
import { fold } from '../source/fold.js'
import { type Span, SpanSet } from '../source/span.js'
import type { Assignment, Block, Deadline, Fact, Paragraph, Policy, Section, Unit } from '../tree/nodes.js'
import { type Brackets, brackets, outermost } from '../units/brackets.js'
import { splitClauses } from '../units/split.js'
import {
  assignmentCues,
  findClauseAssignments,
  firstListedLeads,
  readBracket,
  readCarryOver,
  readHeadingBodies,
  readLabelLine,
  readLabelRest,
  readRunIn,
} from './assignment/index.js'
import { findCitations } from './citation/find-citations.js'
import type { FactContext } from './context.js'
import { findDeadlines } from './deadline/find-deadlines.js'
import { type Effective, findEffective } from './deadline/find-effective.js'
import { labelUnit } from './modality/label.js'
import { FORBIDDEN, type ListKind, listKind } from './modality/list.js'
import { NOWHERE, type Surroundings, surroundingsIn, surroundingsOf } from './modality/mood.js'
import { readRow } from './table-row.js'
import { quantityCues, readQuantities } from './target/find-targets.js'
import { UNIT_CUES } from './unit-cues.js'

/** What was seen and what no rule took. */
export interface CueCount {
  cues: number
  unread: number
}

export interface FoundFacts {
  readonly diagnostics: Diagnostic[]
  readonly cues: CueCount
  /** From when until when the document says it is in force. */
  readonly effective: Effective
}

/**
 * Units → labelled units with their facts.
 *
 * 1. Every fact lies inside its unit; `children` of a unit are in order of their start.
 * 2. Every unit has its final label.
 * 3. A cue (负责, 98%) in a unit that binds somebody is part of a fact, was set aside on purpose, or is a diagnostic.
 */
export function findFacts(context: FactContext, tree: Policy): FoundFacts {
  const finder = new FactFinder(context, tree)
  finder.blocks(tree.children, [])
  return finder
}

class FactFinder implements FoundFacts {
  readonly diagnostics: Diagnostic[] = []
  readonly cues: CueCount = { cues: 0, unread: 0 }
  effective: Effective = { on: null, until: null }
  /** What the lead-in of a section makes of the items under it. */
  private readonly lists = new Map<Section, ListKind | null>()
  private firstLeads = false
  /** Whether the section that was opened last has a body for its heading. */
  private owned = false
  /** Year of the last time in this paragraph: a later 6月底前 counts from it. */
  private year: number | null = null
  /** The label line before the unit, where it goes on behind a ；. */
  private listing: Assignment | null = null
  /** What the unit that is read can match. */
  private hints = 0

  constructor(
    private readonly context: FactContext,
    private readonly tree: Policy,
  ) {}

  blocks(blocks: readonly Block[], path: readonly Section[]): void {
    let around = surroundingsOf(path, blocks, this.context.lexicon)
    for (const block of blocks) {
      if (block.type === 'section') {
        this.blocks(block.children, [...path, block])
        if (path.length === 0) around = NOWHERE
      } else if (block.part !== 'page') this.paragraph(block, path, around)
    }
  }

  private paragraph(paragraph: Paragraph, path: readonly Section[], around: Surroundings): void {
    this.year = titleYear(this.tree.frontMatter.title)
    this.listing = null
    const { source, lexicon } = this.context
    const here = surroundingsIn(paragraph, around, source.folded, lexicon)
    for (const unit of paragraph.children) {
      if (unit === here.title) unit.label = 'H'
      if (paragraph.row) this.row(unit, paragraph.row)
      else this.unit(unit, paragraph, path, here)
      if (unit.children.length > 1) unit.children.sort((a, b) => a.start - b.start || b.end - a.end)
    }
  }

  /** A row of a table of duties. */
  private row(unit: Unit, row: NonNullable<Paragraph['row']>): void {
    const { assignments, facts, diagnostics } = readRow(this.context, unit, row, this.year)
    append(this.diagnostics, diagnostics)
    for (const assignment of assignments) this.assign(unit, assignment, [])
    append(unit.children, facts)
  }

  private unit(unit: Unit, paragraph: Paragraph, path: readonly Section[], around: Surroundings): void {
    const whole = spanOf(unit)
    this.hints = UNIT_CUES.in(this.context.source.folded, unit.start, unit.end)
    const signs = brackets(this.context.source.folded, whole)
    if (this.bracketAlone(unit, signs) || this.labelLine(unit, whole)) return
    this.bracketsInside(unit, signs)
    const taken = unit.children.filter((fact): fact is Assignment => fact.type === 'assignment')
    const deadlines = outside(this.deadlines(whole), taken)
    append<Fact>(unit.children, deadlines, findCitations(this.context, whole, this.hints))
    if (unit.label === 'H') {
      if (paragraph.part === 'label' && firstListedLeads(this.textOf(unit), this.hints))
        this.firstLeads = true
      const section = path.at(-1)
      const heading =
        paragraph.marker && section ? readHeadingBodies(this.context, headingSpan(section)) : null
      if (paragraph.marker) this.owned = heading !== null
      if (heading) unit.children.push(heading)
      if (section) this.lists.set(section, listOfHeading(unit, this.textOf(headingSpan(section)).trim()))
      return
    }
    this.bind(unit, path, around, deadlines, taken, signs)
  }

  /** 责任单位:… · 完成时限:… */
  private labelLine(unit: Unit, whole: Span): boolean {
    const line =
      readLabelLine(this.context, whole) ?? (this.listing && readLabelRest(this.context, whole, this.listing))
    this.listing = line && 'bodies' in line && /[;；]$/.test(this.textOf(whole)) ? line : null
    if (!line) return false
    unit.label = 'A'
    const deadlines = this.deadlines(whole)
    if ('time' in line) append<Fact>(unit.children, deadlines)
    else this.assign(unit, line, deadlines)
    return true
  }

  /** (市质监局等部门负责) */
  private bracketAlone(unit: Unit, { pairs }: Brackets): boolean {
    const pair = pairs[0]
    if (!pair || pair.start !== unit.start) return false
    if (/[^\s\p{P}]/u.test(this.context.source.folded.slice(pair.end, unit.end))) return false
    if (!this.bracket(unit, spanOf(pair))) return false
    unit.label = 'A'
    return true
  }

  private bracketsInside(unit: Unit, { pairs, unbalanced }: Brackets): void {
    for (const pair of outermost(pairs)) if (BRACKET.has(pair.sign)) this.bracket(unit, spanOf(pair))
    // The 1) of a number has no partner either; of many signs in one sentence the first tells enough.
    const lone = unbalanced.find((at) => at >= unit.body)
    if (lone === undefined) return
    const sign = { start: lone, end: lone + 1 }
    const values = { bracket: this.context.source.slice(sign) }
    this.diagnostics.push({ code: 'unbalanced-bracket', values, span: sign })
  }

  /** A bracket's own assignment, and the one that it states for all that follows. */
  private bracket(unit: Unit, pair: Span): boolean {
    const own = readBracket(this.context, pair)
    if (own) this.assign(unit, own, this.deadlines(pair))
    const carried = readCarryOver(this.context, pair)
    if (carried) this.assign(unit, carried, [])
    return own !== null || carried !== null
  }

  private assign(unit: Unit, found: Assignment, deadlines: Deadline[]): void {
    if (firstListedLeads(this.textOf(found))) this.firstLeads = true
    const first = found.bodies[0]
    if (this.firstLeads && first && found.bodies.every(({ role }) => role === 'responsible'))
      first.role = 'lead'
    found.deadlines = deadlines
    unit.children.push(found)
  }

  private textOf({ start, end }: Span): string {
    return this.context.source.folded.slice(start, end)
  }

  private deadlines(span: Span): Deadline[] {
    const { value, diagnostics } = findDeadlines(this.context, span, this.year, this.hints)
    append(this.diagnostics, diagnostics)
    const last = value.findLast(
      ({ until, precision }) => until !== null && precision !== 'year' && precision !== 'period',
    )
    if (last?.until) this.year = Number(last.until.slice(0, 4))
    return value
  }

  /** The label of a unit of the body, its targets and who it makes responsible. */
  private bind(
    unit: Unit,
    path: readonly Section[],
    around: Surroundings,
    deadlines: readonly Deadline[],
    taken: readonly Assignment[],
    signs: Brackets,
  ): void {
    const { source, lexicon } = this.context
    const body = { start: unit.body, end: taken.find((a) => a.end >= unit.end - 1)?.start ?? unit.end }
    const times = deadlines.map((deadline) => ({
      start: deadline.start,
      end: deadline.end,
      goal: isGoal(source.folded, deadline),
    }))
    const all = body.start === unit.start && body.end === unit.end
    const pieces = splitClauses(source, body, all ? signs.pairs : undefined)
    const quantities = readQuantities(this.context, body, [...deadlines, ...taken], pieces, this.hints)
    const clauses = findClauseAssignments(this.context, body, pieces, this.hints)
    const named = this.runIn(unit, pieces)
    if (named) clauses.value.unshift(named)
    const { label, also, rule } = labelUnit(pieces, body, {
      folded: source.folded,
      lexicon,
      cues: this.hints,
      times,
      targets: quantities.targets,
      hasSubject: clauses.value.length > 0,
      mood: around.mood,
      listed: this.listOf(path, unit),
      opening: unit.start <= around.opening,
    })
    unit.label = label
    unit.also = also
    const section = path.at(-1)
    if (section && unit.leadsIn) this.lists.set(section, listKind(this.textOf({ ...unit, start: unit.body })))
    unit.rules.push(rule)
    if (firstListedLeads(this.textOf(unit), this.hints)) this.firstLeads = true
    const { on, until } = findEffective(this.context, body, this.hints) ?? this.effective
    this.effective = { on: on ?? this.effective.on, until: until ?? this.effective.until }
    if (label === 'N') return
    append<Fact>(unit.children, quantities.targets, clauses.value)
    append(this.diagnostics, quantities.diagnostics, clauses.diagnostics)
    this.count(
      unit,
      body,
      [...quantities.dismissed, ...clauses.diagnostics.map(({ span }) => span)],
      this.owned,
    )
  }

  /** 县气象局:负责… */
  private runIn(unit: Unit, clauses: readonly Span[]): Assignment | null {
    const first = clauses[0]
    const { folded } = this.context.source
    if (!first || unit.body === unit.start || !/: *$/.test(folded.slice(unit.start, unit.body))) return null
    return readRunIn(this.context, { start: unit.start, end: folded.lastIndexOf(':', unit.body) + 1 }, first)
  }

  /** The list that an item without a title stands in. */
  private listOf(path: readonly Section[], unit: Unit): ListKind | null {
    const section = path.at(-1)
    const parent = path.at(-2)
    if (!section || !parent || section.heading !== null || unit.leadsIn || unit.start !== section.start)
      return null
    return this.lists.get(parent) ?? null
  }

  /** `owned`: the heading above is a body, so that 负责… needs no other subject. */
  private count(unit: Unit, body: Span, dismissed: readonly Span[], owned: boolean): void {
    const { source } = this.context
    const seen = [
      ...assignmentCues(this.context, body, this.hints),
      ...quantityCues(this.context, body, this.hints),
    ]
    if (seen.length === 0) return
    const read = new SpanSet<Span>([...unit.children, ...dismissed])
    let assigned = Infinity
    for (const { type, end } of unit.children) if (type === 'assignment') assigned = Math.min(assigned, end)
    for (const cue of seen) {
      this.cues.cues++
      if (read.touches(cue)) continue
      if (isVerb(source.folded, cue) && (owned || assigned <= cue.start)) continue
      this.cues.unread++
      this.diagnostics.push({ code: 'unread-cue', values: { cue: source.slice(cue) }, span: cue })
    }
  }
}

/** 负责 and its kin as a verb; a noun (责任部门) names somebody that no rule found. */
const isVerb = (folded: string, cue: Span): boolean => /负责|承担|牵头/.test(folded.slice(cue.start, cue.end))

/** The deadlines that stand in none of the brackets taken for assignments. */
function outside(deadlines: Deadline[], taken: readonly Assignment[]): Deadline[] {
  if (deadlines.length === 0 || taken.length === 0) return deadlines
  const brackets = new SpanSet(taken)
  return deadlines.filter((deadline) => !brackets.touches(deadline))
}

/** A plain range: the finders see objects of one shape, which V8 reads twice as fast as nodes of many. */
const spanOf = ({ start, end }: Span): Span => ({ start, end })

const BRACKET = new Set(['(', '[', '【', '〔'])

const headingSpan = ({ title, number }: Section): Span => ({
  start: title.start + number.length,
  end: title.end,
})

/** 到2020年 · 2020年: by when a state will have been reached; 2020年6月底前 is a mere deadline, 2020年在… says when to act. */
const isGoal = (folded: string, { start, kind, precision, end }: Deadline): boolean =>
  kind === 'by' &&
  (/^[到至]|^截至/.test(folded.slice(start, start + 2)) ||
    (precision === 'year' && folded[end - 1] === '年' && folded[end] !== '在'))

/** 出现下列情形之一的: · 禁止行为 */
const listOfHeading = ({ leadsIn }: Unit, heading: string): ListKind | null =>
  leadsIn ? listKind(`${heading}:`) : FORBIDDEN.test(heading) ? 'prohibition' : null

/** The year that the title of a yearly plan names: 2014年工作计划; not 2030年前碳达峰行动方案, not 2021—2025年. */
export function titleYear(title: string | null): number | null {
  const folded = fold(title ?? '')
  const years = folded.match(/(?:19|20)\d{2}(?=年)/g) ?? []
  if (years.length !== 1 || /[-~至到] *(?:19|20)\d{2}年/.test(folded)) return null
  return /年(?:[前底末]|以[来前]|远景|版|修[订正])/.test(folded) ? null : Number(years[0])
}
