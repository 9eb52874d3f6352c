interface Content {
  /** Elements of `w:body`, as text. */
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
}
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array
export function docxParts(content: Content): Record<string, string>
export function docx(content: Content): Uint8Array
export function run(text: string): string
export function paragraph(text: string, properties?: string): string
export function inList(list: number, level?: number): string
export function level(at: number, format: string, text: string, more?: string): string
export function definition(id: number, levels: string): string
export function list(id: number, definition: number, starts?: Readonly<Record<number, number>>): string
export function table(rows: readonly (readonly string[])[]): string
export function policyDocx(text: string): Uint8Array
