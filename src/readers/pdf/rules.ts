import { OPS } from 'unpdf/pdfjs'
import type { Rule } from './page.js'
import { type Matrix, multiply } from './upright.js'

/** A filled rectangle that is no thicker is a line; so is one side of a stroked one. */
const THICKNESS = 3
const SHORTEST = 6
/** No page of a document has so many lines. */
const MAX_RULES = 20_000

const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4]

/** What is drawn on a page: an operator for each of its arguments. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The lines that are ruled across and down a page. `base` maps the page's own coordinates to those of its text. */
export function readRules({ fnArray, argsArray }: Drawing, base: Matrix): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = base
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? base
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      const [own] = args as [Matrix | null]
      if (own) matrix = multiply(matrix, own)
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? base
    else if (operator === OPS.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]]
      if (path && PAINTS.has(paint)) addPath(rules, path, matrix, FILLS.has(paint))
    }
    if (rules.length > MAX_RULES) return []
  }
  return rules
}

const FILLS = new Set([OPS.fill, OPS.eoFill])
const PAINTS = new Set([
  ...FILLS,
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

type Point = readonly [number, number]

function addPath(rules: Rule[], path: ArrayLike<number>, matrix: Matrix, filled: boolean): void {
  let points: Point[] = []
  const end = (): void => {
    if (filled) addBar(rules, points)
    else for (let i = 1; i < points.length; i++) addRule(rules, points[i - 1] as Point, points[i] as Point)
    points = []
  }
  for (let i = 0; i < path.length;) {
    const step = path[i++]
    if (step === MOVE) end()
    if (step === MOVE || step === LINE) {
      const [x, y] = [path[i++] as number, path[i++] as number]
      points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
    } else if (step === CLOSE) {
      if (points[0]) points.push(points[0])
      end()
    } else if (step === CURVE || step === QUADRATIC) {
      i += step === CURVE ? 6 : 4
      end()
    } else return
  }
  end()
}

/** A filled rectangle as thin as a line. */
function addBar(rules: Rule[], points: readonly Point[]): void {
  if (points.length < 4) return
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THICKNESS) {
    const y = (top + bottom) / 2
    addRule(rules, [left, y], [right, y])
  } else if (right - left <= THICKNESS) {
    const x = (left + right) / 2
    addRule(rules, [x, top], [x, bottom])
  }
}

function addRule(rules: Rule[], [ax, ay]: Point, [bx, by]: Point): void {
  const [across, down] = [Math.abs(bx - ax), Math.abs(by - ay)]
  if (down < 1 && across >= SHORTEST)
    rules.push({ x1: Math.min(ax, bx), y1: (ay + by) / 2, x2: Math.max(ax, bx), y2: (ay + by) / 2 })
  else if (across < 1 && down >= SHORTEST)
    rules.push({ x1: (ax + bx) / 2, y1: Math.min(ay, by), x2: (ax + bx) / 2, y2: Math.max(ay, by) })
}
