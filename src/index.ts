/**
 * qparse as a library.
 *
 *     import { compileText, validate } from 'qparse'
 *     const document = compileText('一、加强监管。（市市场监管局负责）')
 */
export {
  compileBytes,
  compileFiles,
  compileText,
  parse,
  type CompileBytesOptions,
  type CompileOptions,
  type CompileTextOptions,
} from './compile.js'
export { diffRegistries, type Kind as DiffKind } from './diff/index.js'
export type { Change, Details, Diff, Side } from './diff/types.js'
export type * from './generated/registry.js'
export type { Finding } from './lint/finding.js'
export { lint, type LintOptions } from './lint/lint.js'
export { settingsOf as lintSettings } from './lint/settings.js'
export { qparse, policyFile } from './pipeline.js'
export type { Problem, Validation } from './registry/problems.js'
export { validate, type ValidateOptions } from './registry/validate.js'
export type * as Tree from './tree/nodes.js'
