import type { Language } from '../diagnostics/message.js'
import { PLAIN, type Palette } from '../diagnostics/print.js'
import { displayWidth, pad, printable } from '../diagnostics/width.js'
import { factLines, placeText, sectionText } from './describe.js'
import { KINDS } from './kinds.js'
import { piecesOf, sidePieces, withSigns, wrap } from './runs.js'
import type { Change, Diff, Piece, SectionChange } from './types.js'
import { kindName, say } from './words.js'

export interface PrettyOptions {
  readonly language: Language
  readonly palette?: Palette
  /** Columns of the terminal. */
  readonly width?: number
}

/** From so many columns on the two sides stand beside each other. */
const WIDE = 110
const GAP = ' │ '

/** The comparison for people; nothing where nothing differs. */
export function prettyDiff(diff: Diff, options: PrettyOptions): string {
  const width = Math.max(40, options.width ?? 80)
  const page = new Page(options.language, options.palette ?? PLAIN, width)
  return [
    ...diff.sections.map((change) => page.section(change)),
    ...diff.changes.map((change) => page.change(change)),
  ].join('')
}

/** How often each kind comes, those that do. */
export function prettyStat({ stat }: Diff, { language, palette = PLAIN }: PrettyOptions): string {
  const kinds = KINDS.filter((kind) => stat[kind] > 0)
  const width = Math.max(0, ...kinds.map((kind) => displayWidth(kindName(kind, language))))
  return kinds
    .map(
      (kind) =>
        `${palette.bold(pad(kindName(kind, language), width))}  ${pad(String(stat[kind]), 6, true)}\n`,
    )
    .join('')
}

class Page {
  constructor(
    private readonly language: Language,
    private readonly palette: Palette,
    private readonly width: number,
  ) {}

  section({ kinds, old, new: now }: SectionChange): string {
    const names = kinds.map((kind) => kindName(kind, this.language)).join(', ')
    const places = [old, now].flatMap((side) => (side ? [printable(sectionText(side))] : []))
    return `${this.palette.dim('§')} ${this.palette.yellow(names)}  ${places.join(' → ')}\n`
  }

  change(change: Change): string {
    const { kinds, old, new: now, details } = change
    const names = kinds.map((kind) => kindName(kind, this.language)).join(', ')
    const places = [old, now].flatMap((side) => (side ? [printable(placeText(side))] : []))
    const lines = [`\n${this.palette.bold(this.palette.yellow(names))}  ${places.join(' → ')}`]
    const pieces = this.signed(piecesOf(change))
    const beside = old !== null && now !== null && details.inline.length > 0 && this.width >= WIDE
    lines.push(...(beside ? this.columns(pieces) : this.block(pieces)))
    for (const part of details.parts)
      lines.push(`  ${say('parts', this.language)} ${printable(placeText(part))}`)
    for (const line of factLines(change, this.language))
      lines.push(`  ${this.palette.cyan('•')} ${printable(line)}`)
    return `${lines.join('\n')}\n`
  }

  private block(pieces: readonly Piece[]): string[] {
    return wrap(pieces, this.width - 4).map((line) => `    ${this.painted(line)}`)
  }

  private columns(pieces: readonly Piece[]): string[] {
    const room = Math.floor((this.width - 4 - GAP.length) / 2)
    const left = wrap(sidePieces(pieces, 'old'), room)
    const right = wrap(sidePieces(pieces, 'new'), room)
    const lines: string[] = []
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const used = displayWidth((left[i] ?? []).map(({ text }) => text).join(''))
      const space = ' '.repeat(Math.max(0, room - used))
      lines.push(
        `    ${this.painted(left[i] ?? [])}${space}${this.palette.dim(GAP)}${this.painted(right[i] ?? [])}`,
      )
    }
    return lines
  }

  private signed(pieces: readonly Piece[]): readonly Piece[] {
    return this.palette === PLAIN ? withSigns(pieces) : pieces
  }

  private painted(line: readonly Piece[]): string {
    const { red, cyan } = this.palette
    return line
      .map(({ op, text }) => (op === 'delete' ? red(text) : op === 'insert' ? cyan(text) : text))
      .join('')
  }
}
