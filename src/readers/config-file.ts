import { readFile } from 'node:fs/promises'
import { decode } from './decode.js'

/** Settings of a project; schemas/config.schema.json. */
export interface Config {
  readonly lint?: {
    readonly rules?: Readonly<Record<string, string>>
    readonly maxWarnings?: number
  }
}

/** Why a settings file cannot be used. */
export type ConfigFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'syntax'; readonly line: number; readonly reason: string }
  | { readonly kind: 'shape'; readonly place: string; readonly reason: string }

/** The file that is looked for in the folder where qparse is started. */
export const CONFIG_FILE = 'qparse.config.yaml'

/** The settings in a file; an empty file sets nothing. */
export async function readConfig(path: string): Promise<Config | ConfigFault> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return reason === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', reason }
  }
  const decoded = decode(bytes)
  if ('text' in decoded) return parseConfig(decoded.text)
  return decoded.code === 'file-empty' ? {} : { kind: 'unreadable', reason: decoded.code }
}

async function parseConfig(text: string): Promise<Config | ConfigFault> {
  const { load, YAMLException } = await import('js-yaml')
  const { default: fitsSchema } = await import('../generated/validate-config.js')
  let value: unknown
  try {
    value = load(text.replace(/^\ufeff/, '')) ?? {}
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { kind: 'syntax', line: (error.mark?.line ?? 0) + 1, reason: error.reason }
  }
  if (fitsSchema(value)) return value as Config
  const error = fitsSchema.errors?.[0]
  const { additionalProperty, allowedValues } = (error?.params ?? {}) as Record<string, unknown>
  const detail = additionalProperty ?? (Array.isArray(allowedValues) ? allowedValues.join(', ') : undefined)
  const reason = `${error?.message ?? ''}${detail === undefined ? '' : `: ${String(detail)}`}`
  return { kind: 'shape', place: error?.instancePath || '/', reason }
}

export const isConfigFault = (value: Config | ConfigFault): value is ConfigFault => 'kind' in value
