import { stat } from 'node:fs/promises'
import { compileInput, parseInput } from '../compile/document.js'
import { fileDiagnostic } from '../registry/failed.js'
import { printDiagnostic } from '../diagnostics/print.js'
import { readInput } from '../readers/input.js'
import { SourceText } from '../source/source-text.js'
import { explainTree } from './explain-tree.js'
import { CommandError, FAILED, FOUND, OK, paletteFor, type Ui } from './ui.js'
import { readDate, readEncoding, readWords } from './words.js'

interface Options {
  readonly date?: string
  readonly lexicon?: readonly string[]
  readonly encoding?: string
}

/** `qparse explain FILE[:LINE]`: the tree of the text with units, the rules that fired and the values they gave. */
export async function explainCommand(place: string, options: Options, ui: Ui): Promise<number> {
  const referenceDate = readDate(options.date, ui.say('a-date'))
  const words = await readWords(options.lexicon)
  const { path, line } = await splitPlace(place)
  const encoding = readEncoding(options.encoding)
  const input = await readInput(path, { encoding })
  if ('code' in input) {
    ui.err(printDiagnostic(input.path, null, fileDiagnostic(input.code, input.values), ui))
    return input.unopened ? FAILED : FOUND
  }
  const source = new SourceText(input.text, input.path, input.text, input.origin, input.pages)
  if (line !== null && (line < 1 || line > source.lineCount)) {
    throw new CommandError('no-line', { line, count: source.lineCount })
  }
  const policy = parseInput(input, { referenceDate, words })
  const document = compileInput(input, { referenceDate, words })
  const color = ui.palette.bold('x') !== 'x'
  const palette = await paletteFor(process.stdout, color)
  await ui.out(`${explainTree(policy, document, source, { line, palette, say: ui.say })}\n`)
  return OK
}

/** FILE:LINE, unless a file has the whole for its name. */
async function splitPlace(place: string): Promise<{ path: string; line: number | null }> {
  const match = /^(.+):(\d+)$/.exec(place)
  if (!match || (await stat(place).catch(() => null))) return { path: place, line: null }
  return { path: match[1] ?? place, line: Number(match[2]) }
}
