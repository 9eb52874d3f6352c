import { Cues } from '../../grammar/cues.js'

/** The patterns that are tried on every clause. */
export const CLAUSE_CUES = new Cues()
