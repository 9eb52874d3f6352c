import type { DueBasis, ObligationType, Role, Span, Target } from '../generated/registry.js'
import type { Kind, Stat } from './kinds.js'

/** What changed from one registry to another. schemas/diff.schema.json describes every property. */
export interface Diff {
  readonly schemaVersion: '1.0'
  /** Documents that belong together; null where one side has no such document. */
  readonly documents: readonly DocumentPair[]
  /** Numbered headings and items that came, went, got another number, heading or parent. */
  readonly sections: readonly SectionChange[]
  readonly stat: Stat
  readonly changes: readonly Change[]
}

export interface DocumentPair {
  readonly old: DocumentSide | null
  readonly new: DocumentSide | null
}

export interface DocumentSide {
  readonly id: string
  readonly title: string | null
  readonly path: string
}

export type SectionKind = 'added' | 'removed' | 'moved' | 'renumbered' | 'retitled'

export interface SectionChange {
  readonly kinds: readonly SectionKind[]
  readonly old: SectionSide | null
  readonly new: SectionSide | null
}

export interface SectionSide {
  readonly document: string
  readonly section: string
  readonly number: string
  readonly heading: string | null
  readonly span: Span
}

/** One obligation on both sides, or on one. */
export interface Change {
  readonly kinds: readonly Kind[]
  readonly old: Side | null
  readonly new: Side | null
  readonly details: Details
}

export interface Side {
  /** Id of the document. */
  readonly document: string
  /** Id of the obligation in its document. */
  readonly obligation: string
  /** Id of the section, or null before the first one. */
  readonly section: string | null
  readonly heading: string | null
  readonly type: ObligationType
  readonly text: string
  readonly span: Span
}

export interface Details {
  /** How much of the wording is the same, from 0 to 1; null where one side is missing. */
  readonly similarity: number | null
  /** The further obligations of a split (new ones) or merger (old ones), in document order. */
  readonly parts: readonly Side[]
  /** The wording of both sides in pieces; empty where only width or white space differ. */
  readonly inline: readonly Piece[]
  readonly type: { readonly old: ObligationType; readonly new: ObligationType } | null
  readonly targets: readonly TargetChange[]
  readonly deadlines: readonly DeadlineChange[]
  readonly assignees: readonly AssigneeChange[]
}

/** A piece of wording that both sides have, or only one. */
export interface Piece {
  readonly op: 'equal' | 'delete' | 'insert'
  readonly text: string
}

export interface TargetChange {
  readonly kind: Extract<Kind, `target-${string}`> | null
  readonly old: Target | null
  readonly new: Target | null
}

export interface DeadlineChange {
  readonly kind: Extract<Kind, `deadline-${string}`>
  readonly old: Time | null
  readonly new: Time | null
}

/** A time that binds an obligation. */
export interface Time {
  /** Its last day (of an open period the first), or null where it recurs or runs from an event. */
  readonly date: string | null
  readonly rrule: string | null
  readonly duration: string | null
  /** stated where it stands in the obligation itself, else what it is inherited from. */
  readonly basis: DueBasis
  /** Its words and place where it stands in the obligation itself. */
  readonly text: string | null
  readonly span: Span | null
}

export interface AssigneeChange {
  readonly kind: 'assignee-added' | 'assignee-removed' | 'role-changed'
  readonly old: { readonly name: string; readonly role: Role } | null
  readonly new: { readonly name: string; readonly role: Role } | null
}
