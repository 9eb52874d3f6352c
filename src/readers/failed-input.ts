import { normalize } from 'node:path'
import type { DiagnosticCode } from '../diagnostics/codes.js'
import type { Unstable } from './stable-file.js'

/** An input that gives no text. */
export interface FailedInput {
  readonly path: string
  readonly mediaType: string
  readonly sha256: string | null
  readonly code: DiagnosticCode
  readonly values: Readonly<Record<string, string>>
  /** It could not even be opened: there is nothing that a registry could have an entry for. */
  readonly unopened: boolean
}

/** A path as a registry shows it, on every system. */
export const slashes = (path: string): string => normalize(path).replaceAll('\\', '/')

/** An input that is there and gives no text, or (`notOpened`) is not there at all. */
export function failed(
  path: string,
  code: DiagnosticCode,
  values: Readonly<Record<string, string>>,
  mediaType = 'text/plain',
  notOpened = false,
): FailedInput {
  return { path, mediaType, sha256: null, code, values: { path, ...values }, unopened: notOpened }
}

/** An input whose file the system does not give. */
export function unopened(path: string, error: unknown): FailedInput {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR'
  return failed(path, missing ? 'file-missing' : 'file-unreadable', { reason }, 'text/plain', true)
}

/** An input that is too large, or was never at rest. */
export const unstable = (path: string, why: Unstable, limit: number, mediaType: string): FailedInput =>
  why === 'too-large'
    ? failed(path, 'file-too-large', { limit: String(Math.round(limit / 1024 / 1024)) }, mediaType)
    : failed(path, 'file-changing', {}, mediaType)
