import { createHash } from 'node:crypto'
import type { RegistryDocument } from '../generated/registry.js'
import {
  type FailedInput,
  type FileBytes,
  type InputOptions,
  readFileBytes,
  readText,
  type TextInput,
} from '../readers/input.js'
import { plainText } from '../readers/read.js'
import { underId } from '../registry/own-ids.js'
import type { Cache } from './cache.js'
import { compileInput, type CompileOptions, failedEntry } from './document.js'
import type { Task } from './tasks.js'

export interface TaskOptions extends CompileOptions, InputOptions {
  /** Documents that were compiled before. */
  readonly cache?: Cache | undefined
}

/** One input after compiling: its entry in the registry, and the text that places in it refer to. */
export interface Compiled {
  readonly document: RegistryDocument
  readonly text: string | null
  /** The input could not be opened. */
  readonly unopened: boolean
  /** It stood in the cache. */
  readonly cached: boolean
}

/** Reads and compiles one document. Nothing throws: what cannot be read has an entry that says why. */
export async function compileTask(task: Task, options: TaskOptions = {}): Promise<Compiled> {
  const compiled = await compiledInput(task, options)
  return { ...compiled, document: underId(compiled.document, task) }
}

async function compiledInput({ input }: Task, options: TaskOptions): Promise<Compiled> {
  switch (input.kind) {
    case 'failed':
      return failure(input.failure)
    case 'text':
      return compiledText(textInput(input.path, input.text), options)
    case 'path': {
      const file = await readFileBytes(input.path, options)
      return 'code' in file ? failure(file) : compiledFile(file, options)
    }
    case 'bytes':
      return compiledFile(input.file, options)
  }
}

async function compiledFile(file: FileBytes, options: TaskOptions): Promise<Compiled> {
  const found = await options.cache?.find(file)
  if (found) return { ...found, unopened: false, cached: true }
  const input = await readText(file, options)
  if ('code' in input) return failure(input)
  const compiled = compiledText(input, options)
  await options.cache?.keep(file, compiled)
  return compiled
}

const compiledText = (input: TextInput, options: TaskOptions): Compiled => ({
  document: compileInput(input, options),
  text: input.text,
  unopened: false,
  cached: false,
})

const failure = (input: FailedInput): Compiled => ({
  document: failedEntry(input),
  text: null,
  unopened: input.unopened,
  cached: false,
})

/** A text that did not come in a file of its own. */
export const textInput = (path: string, text: string): TextInput => ({
  ...plainText(text),
  path,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
})
