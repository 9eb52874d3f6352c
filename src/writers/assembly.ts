import type { Language } from '../diagnostics/message.js'
import type { RegistryDocument } from '../generated/registry.js'
import type { Head, Piece, WholeWriter, Writer } from './writer.js'

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

  /** Takes the next document; gives what can be written now, in order. */
  add(piece: Piece): (string | Uint8Array)[] {
    const { writer, head, language } = this
    if ('document' in piece) {
      this.waiting.push(piece.document)
      if (piece.text !== null) this.texts.set(piece.id, piece.text)
      return []
    }
    if ('whole' in writer) throw new TypeError(`${piece.id} is written, but its format needs it whole`)
    const begin = this.count === 0 ? writer.begin(head, language) : ''
    return [begin + writer.before(this.count++), piece.written]
  }

  /** What remains to be written. */
  async end(): Promise<string | Uint8Array> {
    const { writer, head, waiting: documents, language, texts } = this
    if ('whole' in writer) return writer.whole({ ...head, documents }, { language, texts })
    return (this.count === 0 ? writer.begin(head, language) : '') + writer.end(this.count)
  }
}
