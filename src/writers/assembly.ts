import type { Language } from '../diagnostics/message.js'
import type { RegistryDocument } from '../generated/registry.js'
import type { Head, WholeWriter, Writer } from './writer.js'

/** A registry that is written a document at a time, whether its format can be or has to wait for the last. */
export class Assembly {
  private readonly waiting: RegistryDocument[] = []
  private readonly texts = new Map<string, string>()
  private count = 0

  constructor(
    private readonly writer: Writer | WholeWriter,
    private readonly head: Head,
    private readonly language: Language,
  ) {}

  /** Takes a document with its text; gives what can be written now. */
  add(document: RegistryDocument, text: string | null): string {
    const { writer, head, language } = this
    if ('whole' in writer) {
      this.waiting.push(document)
      if (text !== null) this.texts.set(document.id, text)
      return ''
    }
    const begin = this.count === 0 ? writer.begin(head, language) : ''
    return begin + writer.document(document, this.count++, text)
  }

  /** What remains to be written. */
  async end(): Promise<string | Uint8Array> {
    const { writer, head, waiting: documents, language, texts } = this
    return 'whole' in writer
      ? writer.whole({ ...head, documents }, { language, texts })
      : writer.end(this.count)
  }
}
