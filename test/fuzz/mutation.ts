import fc from 'fast-check'

/** One change of a file: places are shares of its length, so that a change fits files of every size. */
interface Change {
  readonly kind: 'flip' | 'cut' | 'repeat' | 'move' | 'insert' | 'end'
  readonly at: number
  readonly length: number
  readonly to: number
  readonly bytes: Uint8Array
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'move', 'insert', 'end'),
  at: share,
  length: fc.oneof(fc.constantFrom(0.0001, 0.001, 0.01), share),
  to: share,
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
})

/** Few changes, so that much of what a reader does is reached before it meets one. */
export const changes = fc.array(change, { minLength: 1, maxLength: 4 })

/** A file after changes. */
export const mutated = (file: Uint8Array, list: readonly Change[]): Uint8Array =>
  list.reduce<Uint8Array>((bytes, item) => apply(bytes, item), file)

function apply(file: Uint8Array, { kind, at, length, to, bytes }: Change): Uint8Array {
  const start = Math.floor(at * file.length)
  const end = Math.min(file.length, start + Math.ceil(length * file.length))
  const place = Math.floor(to * file.length)
  switch (kind) {
    case 'flip': {
      const copy = file.slice()
      for (const [i, byte] of bytes.entries()) if (start + i < copy.length) copy[start + i] = byte
      return copy
    }
    case 'cut':
      return joined(file.subarray(0, start), file.subarray(end))
    case 'repeat':
      return joined(file.subarray(0, end), file.subarray(start, end), file.subarray(end))
    case 'move':
      return joined(file.subarray(0, place), file.subarray(start, end), file.subarray(place))
    case 'insert':
      return joined(file.subarray(0, start), bytes, file.subarray(start))
    case 'end':
      return file.slice(0, start)
  }
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
