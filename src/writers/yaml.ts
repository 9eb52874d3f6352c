import type { Writer } from './writer.js'

/** Where editors find the schema in a project that has qparse installed. */
const SCHEMA = 'node_modules/qparse/schemas/registry.schema.json'

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
  begin: (head) =>
    `# yaml-language-server: $schema=${SCHEMA}\n${new Emitter().block(head as Fields, '', '').out}`,
  before: (index) => (index === 0 ? 'documents:\n' : ''),
  document: (document) => new Emitter().block(document as unknown as Fields, '  ', '- ').out,
  end: (count) => (count === 0 ? 'documents: []\n' : ''),
}

/** YAML in the same style for another object, like the answer to a query. */
export const plainYaml = (fields: object): string => new Emitter().block(fields as Fields, '', '').out

/** Everything is appended to one string: putting together strings of strings would copy them at every level. */
class Emitter {
  constructor(public out = '') {}

  /** The fields, a line each; `lead` stands before the first in place of the indent. */
  block(fields: Fields, indent: string, lead: string): this {
    let before = lead
    for (const name in fields) {
      this.out += `${before}${name}:`
      this.after(name, fields[name], indent)
      before = indent
    }
    return this
  }

  /** What stands behind a name and its colon, up to the line's end and beyond. */
  private after(name: string, value: unknown, indent: string): void {
    if (!isObject(value)) this.out += ` ${scalar(value as Scalar)}\n`
    else if (Array.isArray(value)) this.list(name, value, indent)
    else if (FLOW.has(name)) this.flow(value as Fields, ' ')
    else {
      this.out += '\n'
      this.block(value as Fields, `${indent}  `, `${indent}  `)
    }
  }

  private list(name: string, items: readonly unknown[], indent: string): void {
    if (items.length === 0) this.out += ' []\n'
    else if (isObject(items[0])) {
      this.out += '\n'
      for (const item of items as Fields[]) {
        if (FLOW.has(name)) this.flow(item, `${indent}- `)
        else this.block(item, `${indent}  `, `${indent}- `)
      }
    } else {
      const words = (items as Scalar[]).map(scalar)
      const line = ` [${words.join(', ')}]\n`
      this.out +=
        line.length <= LIST_WIDTH ? line : `\n${words.map((word) => `${indent}- ${word}\n`).join('')}`
    }
  }

  private flow(fields: Fields, lead: string): void {
    this.out += lead
    this.braces(fields)
    this.out += '\n'
  }

  private braces(fields: Fields): void {
    let sign = '{'
    for (const name in fields) {
      this.out += `${sign}${name}: `
      const value = fields[name]
      if (isObject(value) && !Array.isArray(value)) this.braces(value as Fields)
      else this.out += scalar(value as Scalar)
      sign = ', '
    }
    this.out += '}'
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/**
 * Chinese or a letter first, then only what YAML gives no meaning to, in a block or inside brackets: no comma, colon,
 * quote, bracket or # of ASCII, no control or invisible character.
 */
const PLAIN =
  /^[\u3400-\u9fffA-Za-z《〔（“][\w./()+;!?<>=*%&$~^|@ ·\u2010-\u2027\u2030-\u205e\u3001-\u9fff\uff01-\uffef-]*$/
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i
/** What JSON leaves as it is and YAML readers may not take as it is, or show in another order. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

function scalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  if (PLAIN.test(value) && !value.endsWith(' ') && !RESERVED.test(value)) return value
  return JSON.stringify(value).replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
