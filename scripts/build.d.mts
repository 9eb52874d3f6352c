/** Bundle the command and the library into `dist/`; gives the files written. */
export function bundle(): Promise<string[]>
