import { compileNames } from '../compile/compile-names.js'
import { compileInput, type CompileOptions } from '../compile/document.js'
import { printDiagnostic } from '../diagnostics/print.js'
import { messageOf } from '../diagnostics/message.js'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { STDIN } from '../readers/expand.js'
import { readInputs } from '../readers/input.js'
import { parseRegistry } from '../readers/registry-file.js'
import { registryHead } from '../registry/head.js'
import { checked, readRegistry, refusal } from './registries.js'
import { CommandError, type Ui } from './ui.js'

const REGISTRY = /\.(?:json|ya?ml|ndjson|jsonl)$/i
/** How a registry begins where no file name tells. */
const BEGINS = /^[\s\ufeff]*(?:\{\s*"|# yaml-language-server: [^\n]*\/registry\.schema\.json|schemaVersion:)/

/** The registry in a file, or that of the texts behind a name. What cannot be read ends the command. */
export async function registryOf(name: string, options: CompileOptions, ui: Ui): Promise<Registry> {
  if (REGISTRY.test(name)) return readRegistry(name, ui)
  const documents: RegistryDocument[] = []
  if (name === '-') {
    for await (const input of readInputs([name])) {
      if ('code' in input) throw unreadable(messageOf(input.code, { ...input.values }, ui.language))
      if (BEGINS.test(input.text)) return fromText(input.text, ui)
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

async function fromText(text: string, ui: Ui): Promise<Registry> {
  const file = await parseRegistry(text)
  if ('fault' in file) throw refusal(file, STDIN, ui)
  return checked(file.value, STDIN, ui)
}

const unreadable = (reason: string): CommandError => new CommandError('input-failed', { reason })
