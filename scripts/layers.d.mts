export interface LayerProblem {
  file: string
  line: number
  message: string
}

/** From the bottom up: a folder of src/ may import what stands in a row above its own, never a sibling. */
export const ROWS: readonly (readonly string[])[]

/** Problems of files given as path from the project's root → text. */
export function checkLayers(files: ReadonlyMap<string, string>): LayerProblem[]
