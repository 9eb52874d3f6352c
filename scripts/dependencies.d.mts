/** docs/dependencies.md as it is to stand in the project at `root`. */
export function dependenciesPage(root: string): Promise<string>
