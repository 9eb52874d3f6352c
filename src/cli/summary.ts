import { addTally, noTally, sum, type Tally, TYPES } from '../compile/tally.js'
import { cut, displayWidth, pad, printable } from '../diagnostics/width.js'
import type { MessageName } from './messages.js'
import type { Ui } from './ui.js'

const NAME_WIDTH = 32

/** Documents that have a row each; of more, only the totals are kept and shown. */
const MOST_ROWS = 100

/** What a run did, as a table: a row a document, and one for all where there are several. */
export class Summary {
  private readonly rows: Tally[] = []
  private readonly total = noTally('')
  private count = 0

  add(tally: Tally): void {
    this.count++
    addTally(this.total, tally)
    if (this.count <= MOST_ROWS) this.rows.push(tally)
    else this.rows.length = 0
  }

  print({ say, palette }: Ui): string {
    const headings: MessageName[] = [
      'col-document',
      'col-sections',
      'col-obligations',
      ...TYPES.map((type) => `col-${type}` as const),
      'col-targets',
      'col-deadlines',
      'col-assignments',
      'col-diagnostics',
      'col-coverage',
    ]
    const rows = this.rows.map(cells)
    if (this.count > 1) rows.push(cells({ ...this.total, name: say('total', { count: this.count }) }))
    const table = [headings.map((name) => say(name)), ...rows]
    const widths = headings.map((_, column) =>
      Math.max(...table.map((row) => displayWidth(row[column] ?? ''))),
    )
    const lines = table.map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i] ?? 0, i > 0))
        .join('  ')
        .trimEnd(),
    )
    const [first = '', ...others] = lines
    return [palette.bold(first), ...others, palette.dim(say('coverage-note'))].join('\n')
  }
}

function cells(tally: Tally): string[] {
  const { cues, cuesUnread } = tally
  return [
    cut(printable(tally.name), NAME_WIDTH),
    String(tally.sections),
    String(sum(Object.values(tally.byType))),
    ...TYPES.map((type) => String(tally.byType[type])),
    String(tally.targets),
    String(tally.deadlines),
    String(tally.assignments),
    `${tally.errors}/${tally.warnings}/${tally.notes}`,
    cues === 0 ? '-' : `${((100 * (cues - cuesUnread)) / cues).toFixed(1)}%`,
  ]
}
