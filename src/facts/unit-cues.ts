import { Cues } from '../grammar/cues.js'

/** The patterns that are tried on every unit; each stands with the rule that it belongs to. */
export const UNIT_CUES = new Cues()
