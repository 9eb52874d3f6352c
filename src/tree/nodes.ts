import type { Node } from 'unist'
import type { Span } from '../source/span.js'

/**
 * The policy tree (a unist tree; every node is a range of the source text).
 *
 *   policy > (section | paragraph)*        section > (section | paragraph)*
 *   paragraph > unit+                      unit > fact*
 */
export interface PolicyNode extends Node {
  start: number
  end: number
}

/** What a unit is: see the annotation guide. */
export type Label = 'X' | 'H' | 'A' | 'N' | ObligationType
export type ObligationType = 'action' | 'outcome' | 'prohibition' | 'encouragement' | 'permission'

export type MarkerKind =
  | 'part' // 第一编
  | 'chapter' // 第一章
  | 'division' // 第一节
  | 'article' // 第一条
  | 'chinese' // 一、
  | 'chinese-bracket' // (一)
  | 'arabic' // 1. 1、
  | 'arabic-bracket' // (1) 1)
  | 'circled' // ①
  | 'decimal' // 4.2.1

export interface Policy extends PolicyNode {
  type: 'policy'
  children: Block[]
  frontMatter: FrontMatter
}

export interface FrontMatter {
  title: string | null
  documentNumber: string | null
  issuers: string[]
  addressees: string | null
  /** ISO dates */
  issuedOn: string | null
  publishedOn: string | null
  indexNumber: string | null
}

export type Block = Section | Paragraph

export interface Section extends PolicyNode {
  type: 'section'
  id: string
  /** As printed: 一、 · (一) · 第一章 */
  number: string
  kind: MarkerKind
  level: number
  heading: string | null
  /** Where number and title stand; the number alone where there is no title. */
  title: Span
  children: Block[]
}

/** A section number where it stands: 一、 · (一) · 第一条 */
export interface MarkerSpan extends Span {
  kind: MarkerKind
}

/** `page`: around the body. `label`: a bare heading or run-in label without a number. */
export type LinePart = 'page' | 'body' | 'label'

/** One line of the source that belongs to the body (or, with units labelled X, to the page around it). */
export interface Paragraph extends PolicyNode {
  type: 'paragraph'
  part: LinePart
  /** A line that does nothing but assign: (市民政局负责) · 责任单位:… */
  assigns: boolean
  /** The number that opens the line and its section. */
  marker: MarkerSpan | null
  /** What its cells are, where the line is a row of a table that states duties or goals. */
  row: Row | null
  children: Unit[]
}

/**
 * The cells of a row by the heads of their columns. A cell that is merged over several rows stands in the first of them;
 * for the others it lies before the paragraph.
 */
export interface Row {
  tasks: Span[]
  metric: Span | null
  /** The unit of measure of the row's figures. */
  unit: Span | null
  goals: GoalCell[]
  bodies: BodyCell[]
  times: Span[]
}

/** A figure to be reached, under 2025年目标值. */
export interface GoalCell extends Span {
  /** The year in the head of the column. */
  year: number | null
  /** Whether the head says that it is a goal and not only names a year. */
  stated: boolean
}

/** Who is responsible, under 责任单位. */
export interface BodyCell extends Span {
  role: Role
  /** How many rows, from its own on, a merged cell goes for. */
  rows: number
}

export interface Unit extends PolicyNode {
  type: 'unit'
  label: Label
  /** Further obligation types in the same unit. */
  also: ObligationType[]
  /** Where the sentence itself begins, after a section number or a run-in label (农产品:). */
  body: number
  /** The date that the unit's place in a table gives it: a merged cell's, or the year in the head of a column. */
  due?: { date: string; basis: 'assignment' | 'section' }
  /** Whether the unit ends in a colon: what follows stands under it. */
  leadsIn: boolean
  /** The rules that decided, for `qparse explain`. */
  rules: string[]
  children: Fact[]
}

export type Fact = Assignment | Target | Deadline | Citation

export type Role = 'lead' | 'support' | 'responsible'
export type AssignmentStyle = 'parenthetical' | 'line' | 'heading' | 'clause'

export interface Body extends Span {
  name: string
  role: Role
}

export interface Assignment extends PolicyNode {
  type: 'assignment'
  style: AssignmentStyle
  bodies: Body[]
  openEnded: boolean
  /** (以下均需地方人民政府负责,不再列出): governs to the end of the document. */
  carriesOn: boolean
  /** In a cell of a table: for how many rows it goes. */
  rows?: number
  deadlines: Deadline[]
  rule: string
}

export type Comparator = '>=' | '>' | '<=' | '<' | '=' | '~' | 'range' | 'increase' | 'decrease'

export interface Target extends PolicyNode {
  type: 'target'
  metric: string
  comparator: Comparator
  value: number | [number, number]
  unit: string | null
  /** The bound of a change (提高15个百分点以上 → '>='), its base and its result (由60%提高到90%). */
  bound: '>=' | '<=' | '>' | '<' | '~' | null
  from: number | null
  to: number | null
  /** The year in the head of its column, as the date by which. */
  due?: string
  /** The time before this offset is the one that governs: where the figure begins, or just after its own time. */
  at?: number
  rule: string
}

export type DeadlineKind = 'by' | 'period' | 'recurring' | 'relative'

export interface Deadline extends PolicyNode {
  type: 'deadline'
  kind: DeadlineKind
  /** ISO dates (YYYY-MM-DD) */
  from: string | null
  until: string | null
  /** RFC 5545 RRULE value without DTSTART */
  rrule: string | null
  /** ISO 8601 duration */
  duration: string | null
  dayType: 'working' | null
  /** What a duration runs from, as printed: 印发之日 */
  runsFrom: string | null
  precision: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'period' | null
  rule: string
}

export interface Citation extends PolicyNode {
  type: 'citation'
  title: string
  documentNumber: string | null
  role: 'basis' | 'cited'
}
