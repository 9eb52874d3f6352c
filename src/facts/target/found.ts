import type { Figure } from '../../grammar/figure.js'
import type { Target } from '../../tree/nodes.js'

/** A target with what later figures of the unit may refer to. */
export interface Found {
  readonly target: Target
  readonly figure: Figure
  /** What is counted, without the verb: 高标准农田. */
  readonly subject: string
  /** Where the words before figure and bound end. */
  readonly headEnd: number
  /** Certain only in company: a bare enumeration without a verb (山东老字号20个、…). */
  readonly needsCompany: boolean
}
