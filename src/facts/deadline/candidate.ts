import { parseIso } from '../../grammar/calendar.js'
import type { TimeValue } from '../../grammar/resolve-time.js'
import type { TimeNode } from '../../grammar/time-nodes.js'
import type { Surroundings } from './surroundings.js'

/** A time that was read and is now judged. */
export interface Candidate {
  readonly node: TimeNode
  readonly value: TimeValue
  readonly around: Surroundings
  readonly referenceDate: string | null
  /** The year of the title or of the last date. */
  readonly lastYear: number | null
  /** Whether the time before it in the unit was taken: 2025年、2030年分别达到… */
  readonly afterTime: boolean
}

/** Whether it ended before the document was issued. */
export const isPast = (until: string | null, { referenceDate }: Candidate): boolean =>
  until !== null && referenceDate !== null && until < referenceDate

/** Whether a written year lies before the document's own. */
export function isPastYear({ node, value, referenceDate }: Candidate): boolean {
  const year = parseIso(node.type === 'onward' ? value.from : value.until)?.year
  const own = parseIso(referenceDate)?.year
  return year !== undefined && own !== undefined && year < own
}
