import { expect, it } from 'vitest'
import { baseLexicon } from '../../src/grammar/index.js'

it('words under __proto__ are words, and change no object', () => {
  const more = JSON.parse('{"__proto__": {"planted": ["词"]}, "verbs": {"__proto__": ["词"]}}') as Record<
    string,
    Record<string, string[]>
  >
  const lexicon = baseLexicon().extend(more)
  expect(({} as Record<string, unknown>)['planted']).toBeUndefined()
  expect(lexicon.list('__proto__.planted').has('词')).toBe(true)
  expect(lexicon.list('verbs.__proto__').has('词')).toBe(true)
  expect(lexicon.list('verbs.directive').words).toEqual(baseLexicon().list('verbs.directive').words)
})
