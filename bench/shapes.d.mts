/** Name of an adversarial shape → its text of about so many characters. */
export const SHAPES: Readonly<Record<string, (length: number) => string>>
