import type {
  Assignment,
  Citation,
  Coverage,
  CurrentBody,
  Deadline,
  Diagnostic,
  Due,
  Effective,
  Obligation,
  ObligationType,
  Role,
  Section,
  Target,
} from '../../generated/registry.js'

/** One document as the page holds it: a registry document whose quotes are cut from its text and whose names are said once. */
export interface PageDocument {
  readonly id: string
  readonly path: string
  readonly title: string | null
  readonly documentNumber: string | null
  readonly issuers: readonly string[]
  readonly addressees: string | null
  readonly issuedOn: string | null
  readonly publishedOn: string | null
  readonly indexNumber: string | null
  readonly effective: Effective
  readonly coverage: Coverage
  /** The source text; null where it was not given or is not the text that the registry was made from. */
  readonly text: string | null
  /** Why there is no text. */
  readonly without: 'missing' | 'other' | null
  readonly bodies: readonly PageBody[]
  readonly sections: readonly PageSection[]
  readonly assignments: readonly PageAssignment[]
  readonly obligations: readonly PageObligation[]
  readonly citations: readonly PageCitation[]
  readonly diagnostics: readonly PageDiagnostic[]
  /** Times before the first section. */
  readonly deadlines: readonly PageDeadline[]
}

/** A place in the text. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly page?: number
  /** The words, where there is no text to cut them from. */
  readonly text?: string
}

export interface PageBody {
  readonly name: string
  readonly canonical: string | null
  readonly current: CurrentBody | null
}

/** A body by its index in `bodies`, with its role. */
export interface BodyRole {
  readonly body: number
  readonly role: Role
}

export interface PageAssignee extends BodyRole {
  /** Index in `assignments`; -1 where the registry does not say. */
  readonly assignment: number
}

type Placed<T> = Omit<T, 'span' | 'text'> & { readonly at: Place }

export type PageTarget = Placed<Target>
export type PageDeadline = Placed<Deadline>
export type PageCitation = Placed<Citation>

export interface PageSection extends Placed<Omit<Section, 'deadlines'>> {
  readonly deadlines: readonly PageDeadline[]
}

export interface PageAssignment extends Placed<
  Omit<Assignment, 'section' | 'bodies' | 'covers' | 'deadlines'>
> {
  readonly bodies: readonly BodyRole[]
  /** Indexes in `obligations`. */
  readonly covers: readonly number[]
  readonly deadlines: readonly PageDeadline[]
}

export interface PageObligation {
  readonly id: Obligation['id']
  /** Index in `sections`; -1 before the first. */
  readonly section: number
  readonly type: ObligationType
  readonly also: readonly ObligationType[]
  readonly assignees: readonly PageAssignee[]
  readonly targets: readonly PageTarget[]
  readonly deadlines: readonly PageDeadline[]
  readonly due: Due | null
  readonly at: Place
}

export interface PageDiagnostic {
  readonly code: Diagnostic['code']
  readonly severity: Diagnostic['severity']
  readonly en: string
  readonly zh: string
  readonly at: Place | null
}

/** The words at a place. */
export const quote = (document: PageDocument, { start, end, text }: Place): string =>
  text ?? document.text?.slice(start, end) ?? ''
