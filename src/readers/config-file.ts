import { readYamlFile, type YamlFault } from './yaml-file.js'

/** Settings of a project; schemas/config.schema.json. */
export interface Config {
  readonly lint?: {
    readonly rules?: Readonly<Record<string, string>>
    readonly maxWarnings?: number
  }
}

/** Why a settings file cannot be used. */
export type ConfigFault =
  YamlFault | { readonly kind: 'shape'; readonly place: string; readonly reason: string }

/** The file that is looked for in the folder where qparse is started. */
export const CONFIG_FILE = 'qparse.config.yaml'

/** The settings in a file; an empty file sets nothing. */
export async function readConfig(path: string): Promise<Config | ConfigFault> {
  const file = await readYamlFile(path)
  if ('kind' in file) return file
  const { default: fitsSchema } = await import('../generated/validate-config.js')
  const value = file.value ?? {}
  if (fitsSchema(value)) return value as Config
  const error = fitsSchema.errors?.[0]
  const { additionalProperty, allowedValues } = (error?.params ?? {}) as Record<string, unknown>
  const detail = additionalProperty ?? (Array.isArray(allowedValues) ? allowedValues.join(', ') : undefined)
  const reason = `${error?.message ?? ''}${detail === undefined ? '' : `: ${String(detail)}`}`
  return { kind: 'shape', place: error?.instancePath || '/', reason }
}

export const isConfigFault = (value: Config | ConfigFault): value is ConfigFault => 'kind' in value
