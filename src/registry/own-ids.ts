import type { RegistryDocument } from '../generated/registry.js'
import { fileDiagnostic } from './failed.js'

/** An id that no other document of the registry has. */
export interface OwnId {
  readonly id: string
  /** What was asked for, where an earlier document has it. */
  readonly duplicateOf: string | null
}

/** Ids of one registry. One that would come twice gets ~2, ~3. */
export class OwnIds {
  private readonly counts = new Map<string, number>()

  take(wanted: string): OwnId {
    let count = (this.counts.get(wanted) ?? 0) + 1
    while (count > 1 && this.counts.has(`${wanted}~${count}`)) count++
    this.counts.set(wanted, count)
    if (count === 1) return { id: wanted, duplicateOf: null }
    const id = `${wanted}~${count}`
    this.counts.set(id, 1)
    return { id, duplicateOf: wanted }
  }
}

/** The document under an id of its own, with the diagnostic that says why it is not the one of its name. */
export function underId(document: RegistryDocument, { id, duplicateOf }: OwnId): RegistryDocument {
  if (duplicateOf === null) return document.id === id ? document : { ...document, id }
  const diagnostic = fileDiagnostic('duplicate-document', { id: duplicateOf, newId: id })
  return { ...document, id, diagnostics: [...document.diagnostics, diagnostic] }
}
