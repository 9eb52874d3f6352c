import { schemaId } from '../generated/schema-id.js'
import type { Writer } from './writer.js'

type Scalar = string | number | boolean | null
type Fields = Readonly<Record<string, unknown>>

/** Objects and lists of objects that are short: they stand on one line. */
const FLOW = new Set([
  'generator',
  'span',
  'related',
  'due',
  'current',
  'effective',
  'coverage',
  'bodies',
  'assignees',
])

/** Columns that a list of words may take before it gets a line for each. */
const LIST_WIDTH = 100

/** YAML for the shape of a registry: dates and numbers in words are quoted, so that every reader gives strings back. */
export const yaml: Writer = {
  begin: (head) => `# yaml-language-server: $schema=${schemaId}\n${block(head as Fields, '')}`,
  document: (document, index) =>
    `${index === 0 ? 'documents:\n' : ''}- ${block(document as unknown as Fields, '  ').slice(2)}`,
  end: (count) => (count === 0 ? 'documents: []\n' : ''),
}

function block(fields: Fields, indent: string): string {
  let out = ''
  for (const [name, value] of Object.entries(fields)) out += `${indent}${name}:${after(name, value, indent)}`
  return out
}

/** What stands behind a name and its colon, up to the line's end and beyond. */
function after(name: string, value: unknown, indent: string): string {
  if (!isObject(value)) return ` ${scalar(value as Scalar)}\n`
  if (!Array.isArray(value)) {
    return FLOW.has(name) ? ` ${flow(value as Fields)}\n` : `\n${block(value as Fields, `${indent}  `)}`
  }
  if (value.length === 0) return ' []\n'
  if (!isObject(value[0])) {
    const words = (value as Scalar[]).map(scalar)
    const line = `[${words.join(', ')}]`
    return line.length <= LIST_WIDTH
      ? ` ${line}\n`
      : `\n${words.map((word) => `${indent}- ${word}\n`).join('')}`
  }
  const items = value as Fields[]
  if (FLOW.has(name)) return `\n${items.map((item) => `${indent}- ${flow(item)}\n`).join('')}`
  return `\n${items.map((item) => `${indent}- ${block(item, `${indent}  `).slice(indent.length + 2)}`).join('')}`
}

function flow(fields: Fields): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const text = isObject(value) && !Array.isArray(value) ? flow(value as Fields) : scalar(value as Scalar)
    return `${name}: ${text}`
  })
  return `{${parts.join(', ')}}`
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Chinese or a letter first, then nothing that YAML gives a meaning to, in a block or inside brackets. */
const PLAIN = /^[\p{sc=Han}A-Za-z《〔（“](?:[^\s:#,[\]{}"'`\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]| (?=[^\s]))*$/u
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i
/** What JSON leaves as it is and YAML readers may not take as it is. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function scalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  if (PLAIN.test(value) && !RESERVED.test(value)) return value
  return JSON.stringify(value).replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
