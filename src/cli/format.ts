import { type Format, formatOf, FORMATS } from '../writers/index.js'
import { CommandError } from './ui.js'

/** The format that was asked for: by name, else by the ending of the output, else YAML. */
export function chooseFormat(format: string | undefined, output: string | undefined): Format {
  if (format === undefined) return (output === undefined ? null : formatOf(output)) ?? 'yaml'
  const known = FORMATS.find((name) => name === format)
  if (known) return known
  throw new CommandError('usage-value', { value: format, option: '--format', allowed: FORMATS.join(', ') })
}
