interface Options {
  /** Refresh what depends on the machine too. */
  all?: boolean
}

interface Refreshed {
  /** The document with the outputs of today. */
  fresh: string
  /** Blocks that showed something else. */
  stale: { command: string; shown: string; output: string }[]
}

/** Puts what each command prints into the fence behind its comment. */
export function refresh(
  text: string,
  run: (command: string) => { out: string; err: string },
  options?: Options,
): Refreshed
