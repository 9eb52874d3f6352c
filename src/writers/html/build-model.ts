import { translate } from '../../diagnostics/message.js'
import type { Body, Deadline, Obligation, RegistryDocument, Span, Target } from '../../generated/registry.js'
import type { BodyRole, PageBody, PageDeadline, PageDocument, PageTarget, Place } from './model.js'

/** What the page needs of a document: quotes that the text holds are left out, each body is written once. */
export function pageDocument(document: RegistryDocument, given: string | null): PageDocument {
  const text = given !== null && holdsQuotes(document, given) ? given : null
  return new Builder(document, text, given === null ? 'missing' : 'other').build()
}

/** Whether the text is the one that the registry was made from, as far as its quotes show. */
const holdsQuotes = ({ source, obligations, assignments }: RegistryDocument, text: string): boolean =>
  source.length === text.length &&
  [...obligations, ...assignments].every(({ span, text: words }) => text.startsWith(words, span.start))

class Builder {
  private readonly bodies: PageBody[] = []
  private readonly bodyIndex = new Map<string, number>()
  private readonly sectionIndex: ReadonlyMap<string, number>
  private readonly assignmentIndex: ReadonlyMap<string, number>
  private readonly obligationIndex: ReadonlyMap<string, number>

  constructor(
    private readonly document: RegistryDocument,
    private readonly text: string | null,
    private readonly without: 'missing' | 'other',
  ) {
    this.sectionIndex = indexOf(document.sections)
    this.assignmentIndex = indexOf(document.assignments)
    this.obligationIndex = indexOf(document.obligations)
  }

  build(): PageDocument {
    const { document, text } = this
    const { source, citations, sections, assignments, obligations, diagnostics, deadlines, ...head } =
      document
    return {
      ...head,
      path: source.path,
      text,
      without: text === null ? this.without : null,
      sections: sections.map(({ span, deadlines: times, ...rest }) => ({
        ...rest,
        deadlines: this.times(times),
        at: this.place(span, rest.heading ?? rest.number),
      })),
      assignments: assignments.map((item) => ({
        id: item.id,
        style: item.style,
        openEnded: item.openEnded,
        bodies: item.bodies.map((body) => this.bodyRole(body)),
        covers: item.covers.flatMap((id) => this.obligationIndex.get(id) ?? []),
        deadlines: this.times(item.deadlines),
        at: this.place(item.span, item.text),
      })),
      obligations: obligations.map((item) => this.obligation(item)),
      citations: citations.map(({ span, ...rest }) => ({ ...rest, at: this.place(span, rest.title) })),
      diagnostics: diagnostics.map(({ code, severity, message, span }) => ({
        code,
        severity,
        en: message,
        zh: translate(code, message, 'zh'),
        at: span && this.place(span, ''),
      })),
      deadlines: this.times(deadlines),
      bodies: this.bodies,
    }
  }

  private obligation({ span, text, section, assignees, targets, deadlines, ...rest }: Obligation) {
    return {
      ...rest,
      section: (section === null ? undefined : this.sectionIndex.get(section)) ?? -1,
      assignees: assignees.map((item) => ({
        ...this.bodyRole(item),
        assignment: this.assignmentIndex.get(item.assignment) ?? -1,
      })),
      targets: targets.map((item): PageTarget => this.placed(item)),
      deadlines: this.times(deadlines),
      at: this.place(span, text),
    }
  }

  private readonly times = (items: readonly Deadline[]): PageDeadline[] =>
    items.map((item) => this.placed(item))

  private placed<T extends Deadline | Target>({ span, text, ...rest }: T) {
    return { ...rest, at: this.place(span, text) }
  }

  private place({ start, end, line, column, page }: Span, text: string): Place {
    return {
      start,
      end,
      line,
      column,
      ...(page === null ? {} : { page }),
      ...(this.text === null ? { text } : {}),
    }
  }

  private bodyRole({ name, role, canonical, current }: Body): BodyRole {
    const key = JSON.stringify([name, canonical, current?.name])
    let body = this.bodyIndex.get(key)
    if (body === undefined) {
      body = this.bodies.push({ name, canonical, current }) - 1
      this.bodyIndex.set(key, body)
    }
    return { body, role }
  }
}

const indexOf = (items: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(items.map(({ id }, index) => [id, index]))
