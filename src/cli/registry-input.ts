import { readFile } from 'node:fs/promises'
import { compileNames } from '../compile/compile-names.js'
import { compileInput, type CompileOptions } from '../compile/document.js'
import { printDiagnostic } from '../diagnostics/print.js'
import { messageOf } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { decode } from '../readers/decode.js'
import { readInputs } from '../readers/input.js'
import { parseRegistry } from '../readers/registry-file.js'
import { registryHead } from '../registry/head.js'
import { validate } from '../registry/validate.js'
import { CommandError, type Ui } from './ui.js'

const REGISTRY = /\.(?:json|ya?ml|ndjson|jsonl)$/i
/** How a registry begins where no file name tells. */
const BEGINS = /^[\s\ufeff]*(?:\{\s*"|# yaml-language-server: [^\n]*\/registry\.schema\.json|schemaVersion:)/

/** The registry in a file, or that of the texts behind a name. What cannot be read ends the command. */
export async function registryOf(name: string, options: CompileOptions, ui: Ui): Promise<Registry> {
  if (REGISTRY.test(name)) return fromFile(name, ui)
  const documents: RegistryDocument[] = []
  if (name === '-') {
    for await (const input of readInputs([name])) {
      if ('code' in input) throw unreadable(messageOf(input.code, { ...input.values }, ui.language))
      if (BEGINS.test(input.text)) return fromText(input.text, name, ui)
      documents.push(compileInput(input, options))
    }
  } else {
    for await (const { document, text, unopened } of compileNames([name], options)) {
      for (const item of document.diagnostics) {
        if (item.severity === 'error') ui.err(printDiagnostic(document.source.path, text, item, ui))
      }
      if (unopened || text === null) throw unreadable(ui.say('nothing-to-compare', { path: name }))
      documents.push(document)
    }
  }
  return { ...registryHead(options.words), documents }
}

async function fromFile(path: string, ui: Ui): Promise<Registry> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw unreadable(
      messageOf(reason === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path, reason }, ui.language),
    )
  }
  const decoded = decode(bytes)
  if ('code' in decoded) throw unreadable(messageOf(decoded.code, { path, ...decoded.values }, ui.language))
  return fromText(decoded.text, path, ui)
}

async function fromText(text: string, path: string, ui: Ui): Promise<Registry> {
  const file = await parseRegistry(text)
  if ('fault' in file) throw unreadable(ui.say('registry-unparsed', { path, reason: printable(file.fault) }))
  const { valid, problems } = validate(file.value, { language: ui.language })
  if (valid) return file.value as Registry
  const [first] = problems
  if (first) ui.err(`${ui.palette.bold(printable(first.path))}  ${printable(first.message)}`)
  throw unreadable(ui.say('registry-invalid', { path, count: problems.length }))
}

const unreadable = (reason: string): CommandError => new CommandError('input-failed', { reason })
