import type { ErrorObject } from 'ajv'
import type { Language } from '../diagnostics/message.js'
import type { Registry } from '../generated/registry.js'
import fitsSchema from '../generated/validate-registry.js'
import { MOST_PROBLEMS, type ProblemCode, Problems, type Validation } from './problems.js'
import { checkReferences } from './references.js'

export interface ValidateOptions {
  /** Language of the messages. */
  readonly language?: Language
}

/**
 * Whether a value is a registry: first its shape, by the schema; where that holds, what a schema cannot say, that
 * every id resolves and every span lies inside its text.
 */
export function validate(registry: unknown, options: ValidateOptions = {}): Validation {
  const problems = new Problems(options.language ?? 'en')
  if (fitsSchema(registry)) checkReferences(registry as Registry, problems)
  else addSchemaErrors(fitsSchema.errors ?? [], problems)
  return { valid: problems.list.length === 0, problems: problems.list }
}

/** The shape alone: what every registry passes before it is written. */
export function validateShape(registry: unknown, options: ValidateOptions = {}): Validation {
  const problems = new Problems(options.language ?? 'en')
  if (!fitsSchema(registry)) addSchemaErrors(fitsSchema.errors ?? [], problems)
  return { valid: problems.list.length === 0, problems: problems.list }
}

/** An error of ajv in plain words. `anyOf` only says again what its branches said. */
function addSchemaErrors(errors: readonly ErrorObject[], problems: Problems): void {
  const seen = new Set<string>()
  for (const error of errors) {
    if (problems.list.length === MOST_PROBLEMS) return
    if (error.keyword === 'anyOf') continue
    const params = error.params as Readonly<Record<string, unknown>>
    const [code, values] = describe(error.keyword, params)
    const path = readable(error.instancePath)
    const key = `${path} ${code} ${JSON.stringify(values)}`
    if (!seen.has(key)) problems.add(path, code, values)
    seen.add(key)
  }
}

function describe(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): [ProblemCode, Record<string, string>] {
  const text = (name: string): string => {
    const value = params[name]
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  switch (keyword) {
    case 'type':
      return [
        'type',
        {
          expected: text('type')
            .replaceAll(/["[\]]/g, '')
            .replaceAll(',', ' / '),
        },
      ]
    case 'required':
      return ['missing', { name: text('missingProperty') }]
    case 'additionalProperties':
      return ['extra', { name: text('additionalProperty') }]
    case 'enum':
      return ['enum', { allowed: (params['allowedValues'] as unknown[]).map(String).join(', ') }]
    case 'const':
      return ['const', { expected: text('allowedValue') }]
    case 'pattern':
      return ['pattern', { pattern: text('pattern') }]
    case 'format':
      return ['format', { format: text('format') }]
    case 'minimum':
    case 'maximum':
      return ['bound', { limit: `${text('comparison')} ${text('limit')}` }]
    case 'minLength':
    case 'minItems':
      return ['items', { limit: `>= ${text('limit')}` }]
    case 'maxItems':
      return ['items', { limit: `<= ${text('limit')}` }]
    case 'uniqueItems':
      return ['unique', {}]
    default:
      return ['schema', { keyword }]
  }
}

/** /documents/0/title → documents[0].title */
const readable = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
      '',
    )
