import type { Language } from '../diagnostics/message.js'
import type { Severity } from '../diagnostics/diagnostic.js'
import type { RegistryDocument } from '../generated/registry.js'
import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'

export type { Severity }

/** Words in both languages. */
export type Words = Readonly<Record<Language, string>>

/** What a rule looks at: a compiled document with the text that it was compiled from. */
export interface Subject {
  readonly document: RegistryDocument
  readonly source: SourceText
  readonly lexicon: Lexicon
}

/** A place; a span of a registry also says its page. */
export interface Place extends Span {
  readonly page?: number | null
}

/** What a rule found, before it is put into words. */
export interface Found<Message extends string = string> {
  /** Which of the rule's sentences says it. */
  readonly message: Message
  readonly values?: Readonly<Record<string, string | number>>
  readonly span: Place
  /** Further places that belong to it: the other of two figures. */
  readonly related?: readonly Place[]
  /** Ids of the obligations that it is about. */
  readonly obligations?: readonly string[]
}

/** One thing that a text is checked for. */
export interface Rule<Message extends string = string> {
  /** As `--rule NAME=LEVEL` and qparse.config.yaml call it. */
  readonly name: string
  /** How bad it is unless somebody says otherwise. */
  readonly severity: Severity
  /** One sentence for lists of rules. */
  readonly about: Words
  /** Sentences with `{name}` for values. */
  readonly messages: Readonly<Record<Message, Words>>
  check(subject: Subject): Iterable<Found<Message>>
}

/** A rule whose findings can only use its own sentences. */
export const defineRule = <Message extends string>(rule: Rule<Message>): Rule => rule
