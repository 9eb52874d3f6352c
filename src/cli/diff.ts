import {
  DIFF_FORMATS,
  type DiffFormat,
  differs,
  diffRegistries,
  type Kind,
  KINDS,
  viewOf,
  writeDiff,
} from '../diff/index.js'
import { writeOutput } from './output.js'
import { registryOf } from './registry-input.js'
import { CommandError, FOUND, OK, paletteFor, type Ui } from './ui.js'
import { readDate, readWords } from './words.js'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly only?: readonly string[]
  readonly stat?: boolean
  readonly all?: boolean
  readonly exitCode?: boolean
  readonly date?: string
  readonly lexicon?: readonly string[]
  readonly quiet?: boolean
}

/** `qparse diff OLD NEW`: what changed from one registry, or text, to another. */
export async function diffCommand(
  names: readonly [string, string],
  options: Options,
  ui: Ui,
): Promise<number> {
  const format = formatOf(options)
  const only = kindsOf(options.only)
  const referenceDate = readDate(options.date, ui.say('a-date'))
  const words = await readWords(options.lexicon)
  const [old, now] = [
    await registryOf(names[0], { referenceDate, words }, ui),
    await registryOf(names[1], { referenceDate, words }, ui),
  ]
  const diff = diffRegistries(old, now)
  const view = viewOf(diff, { only, all: options.all ?? false, stat: options.stat ?? false })
  const file = options.output !== undefined && options.output !== '-'
  const text = writeDiff(view, format, {
    language: format === 'html' ? ui.pageLanguage : ui.language,
    palette: await paletteFor(process.stdout, ui.color && !file),
    width: process.stdout.columns ?? 80,
    stat: options.stat ?? false,
  })
  await writeOutput(options.output, text, ui)
  const found = differs(diff, only)
  if (!found && !options.quiet) ui.err(ui.say('no-differences'))
  return found && options.exitCode ? FOUND : OK
}

const ENDINGS = new Map<string, DiffFormat>([
  ['json', 'json'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['html', 'html'],
  ['htm', 'html'],
])

function formatOf({ format, output }: Options): DiffFormat {
  if (format === undefined)
    return ENDINGS.get(/\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? '') ?? 'pretty'
  const found = DIFF_FORMATS.find((name) => name === format)
  if (found) return found
  throw new CommandError('usage-value', {
    value: format,
    option: '--format',
    allowed: DIFF_FORMATS.join(', '),
  })
}

function kindsOf(names: readonly string[] = []): Kind[] {
  return names
    .flatMap((name) => name.split(','))
    .map((name) => {
      const found = KINDS.find((kind) => kind === name.trim())
      if (found) return found
      throw new CommandError('usage-value', { value: name, option: '--only', allowed: KINDS.join(', ') })
    })
}
