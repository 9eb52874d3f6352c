/** Lists and quotations inside one another, and marks in one block, beyond what any document has. */
const MAX_DEPTH = 24
const MAX_MARKS = 2000
const MAX_BARS = 20_000

const BLOCK_END = /\n[ \t]*\r?\n/g
const MARK = /[*_~`[\]<!]/g
const BAR = /\|/g
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y

/**
 * Whether a text holds shapes that a Markdown parser takes quadratic time or deep recursion for (`> > > >…`,
 * `**a**a…`). Such a text is no policy document, and it is read as plain lines.
 */
export function tooTangled(text: string): boolean {
  for (let start = 0; start < text.length; start = lineAfter(text, start))
    if (depthAt(text, start) > MAX_DEPTH) return true
  let start = 0
  for (const blank of text.matchAll(BLOCK_END)) {
    if (isTangled(text.slice(start, blank.index))) return true
    start = blank.index
  }
  return isTangled(text.slice(start))
}

/** How many containers open on a line; indentation stands for those that go on from the line above. */
function depthAt(text: string, start: number): number {
  let depth = 0
  CONTAINER.lastIndex = start
  for (let end = start; depth <= MAX_DEPTH; end = CONTAINER.lastIndex) {
    const container = CONTAINER.exec(text)
    if (!container) break
    depth += 1 + Math.floor((CONTAINER.lastIndex - end) / 4)
  }
  return depth
}

function lineAfter(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end + 1
}

const isTangled = (block: string): boolean => count(block, MARK) > MAX_MARKS || count(block, BAR) > MAX_BARS
const count = (block: string, sign: RegExp): number => block.match(sign)?.length ?? 0
