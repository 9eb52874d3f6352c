import schemas from '../generated/schemas.js'
import { CommandError, OK, type Ui } from './ui.js'

/** `qparse schema [NAME]`: a schema as it stands in schemas/. */
export async function schemaCommand(name: string, ui: Ui): Promise<number> {
  const known = name.replace(/\.schema\.json$/, '')
  const schema = Object.hasOwn(schemas, known) ? schemas[known] : undefined
  if (schema === undefined)
    throw new CommandError('no-schema', { name, known: Object.keys(schemas).join(', ') })
  await ui.out(schema)
  return OK
}
