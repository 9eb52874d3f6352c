/** What a field shows that belongs to the page: its number, or a list of headings. */
const PAGE = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i
const CONTENTS = /^\s*(?:TOC|TOA|INDEX)\b/i
/** EQ \o\ac(○,12): a figure in a circle, which stands in the instruction and has no result. */
const CIRCLED = /^\s*EQ\s+\\o\s*(?:\\a[clr]\s*)?\(\s*[○◯Ο]\s*[,;，]\s*(\d{1,2})\s*\)/i

interface Field {
  instruction: string
  /** Whether its result has begun. */
  result: boolean
  /** Whether text is not to be read now, because of this field or one around it. */
  hides: boolean
}

/**
 * The fields that are open at a place of a document (ECMA-376 part 1, 17.16.18): begin, instruction, separator, result,
 * end; one may lie in another, and a table of contents goes on over many paragraphs.
 */
export class Fields {
  private readonly open: Field[] = []

  /** `contents`: whether tables of contents are read like any text. */
  constructor(private readonly contents = false) {}

  /** Whether what stands here is an instruction, or belongs to the page. */
  get hide(): boolean {
    return this.open.at(-1)?.hides ?? false
  }

  begin(): void {
    this.open.push({ instruction: '', result: false, hides: true })
  }

  instruct(text: string): void {
    const field = this.open.at(-1)
    if (field && !field.result) field.instruction += text
  }

  separate(): void {
    const field = this.open.at(-1)
    if (!field) return
    field.result = true
    field.hides = (this.open.at(-2)?.hides ?? false) || this.isFurniture(field.instruction)
  }

  /** Ends the innermost field; gives what it shows where it has no result. */
  end(): string {
    const field = this.open.pop()
    return field && !field.result && !this.hide ? signOf(field.instruction) : ''
  }

  /** Whether the result of a field belongs to the page. */
  isFurniture(instruction: string): boolean {
    return PAGE.test(instruction) || (!this.contents && CONTENTS.test(instruction))
  }

  /** At the end of a paragraph: what was not ended hides no more, but for a table of contents. */
  endParagraph(): void {
    for (let field = this.open.at(-1); field; field = this.open.at(-1)) {
      if (field.result && !PAGE.test(field.instruction)) return
      this.open.pop()
    }
  }

  /** Whether a table of contents was begun and not ended. */
  get inContents(): boolean {
    return this.open.some(({ result, instruction }) => result && CONTENTS.test(instruction))
  }
}

/** ⑫ */
function signOf(instruction: string): string {
  const figure = Number(CIRCLED.exec(instruction)?.[1] ?? 0)
  return figure >= 1 && figure <= 20 ? String.fromCharCode(0x245f + figure) : ''
}
