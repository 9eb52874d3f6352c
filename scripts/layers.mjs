// ARCHITECTURE.md's table of who may import whom, as data, and the check that holds it. See check-layers.mjs.
import { posix } from 'node:path'

/** From the bottom up: a folder (or file) of src/ may import what stands in a row above its own, never a sibling. */
export const ROWS = [
  ['source'],
  ['diagnostics', 'tree', 'generated'],
  ['grammar'],
  ['readers', 'units'],
  ['outline'],
  ['facts'],
  ['registry'],
  ['writers', 'diff', 'lint', 'query'],
  ['pipeline'],
  ['compile'],
  ['index', 'cli'],
]

/** Tools over registries see registries, not the stages that made them. */
const TOOLS = new Set(['writers', 'diff', 'lint', 'query'])
const TOOLS_MAY = new Set(['registry', 'source', 'diagnostics', 'grammar', 'generated'])

const MAX_LINES = 400
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g
const SPEAKS = /\bconsole\s*\.|\bprocess\s*\.\s*(?:exit|exitCode|stdout|stderr)\b/g

/**
 * Problems of a set of files, `{file, line, message}` each. `files` maps paths from the project's root
 * (src/facts/target/find-targets.ts) to their text; those outside src/ only have their length checked.
 */
export function checkLayers(files) {
  const problems = []
  for (const [file, text] of files) {
    const code = withoutComments(text)
    const report = (offset, message) => problems.push({ file, line: lineAt(code, offset), message })
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    if (lines > MAX_LINES)
      report(0, `has ${lines} lines; the limit is ${MAX_LINES}: one construct or pass a file`)
    if (!file.startsWith('src/')) continue
    const from = place(file)
    if (from.row < 0) {
      report(0, `belongs to no layer; the folders of src/ are ${ROWS.flat().join(', ')}`)
      continue
    }
    for (const { 0: match, 1: path, index } of code.matchAll(IMPORT)) {
      const target = posix.join(posix.dirname(file), path)
      const reason = forbidden(from, place(target), target)
      if (reason) report(index + match.indexOf(path), reason)
    }
    if (from.layer === 'cli') continue
    for (const { 0: match, index } of code.matchAll(SPEAKS))
      report(index, `${match.trim()} outside src/cli: give a value or a diagnostic back instead`)
  }
  return problems
}

/** Where a path stands: src/facts/target/find-targets.ts is layer `facts`, part `target`. */
function place(file) {
  const [, top = '', ...rest] = file.split('/')
  const layer = rest.length === 0 ? top.replace(/\.(?:ts|js)$/, '') : top
  const part = layer === 'facts' && rest.length > 1 ? rest[0] : undefined
  return { layer, part, row: ROWS.findIndex((row) => row.includes(layer)) }
}

/** Why `from` may not import `to`, or undefined where it may. */
function forbidden(from, to, target) {
  if (!target.startsWith('src/')) return `imports ${target}, which is outside src/`
  if (to.row < 0) return `imports ${target}, which belongs to no layer`
  if (from.layer === to.layer) {
    if (from.part === undefined || to.part === undefined || from.part === to.part) return undefined
    return `src/facts/${from.part} imports its sibling src/facts/${to.part}; share it through a file of src/facts/`
  }
  if (from.row === to.row) return `src/${from.layer} imports its sibling src/${to.layer}`
  if (from.row < to.row) return `src/${from.layer} imports src/${to.layer}, which stands below it`
  if (TOOLS.has(from.layer) && !TOOLS_MAY.has(to.layer))
    return `src/${from.layer} imports src/${to.layer}; of the stages it may only see ${[...TOOLS_MAY].join(', ')}`
  return undefined
}

/** Comments blanked out, so that offsets stay: an example in a comment imports nothing. */
const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;,{}])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length
