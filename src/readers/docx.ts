import type { Unread } from './read-text.js'

/** Word files are not read yet. */
export const readDocx = (_bytes: Uint8Array): Unread => ({
  code: 'format-unsupported',
  values: { kind: 'DOCX' },
})
