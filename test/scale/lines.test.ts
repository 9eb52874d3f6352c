import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineTasks } from '../../src/compile/lines.js'
import type { Task } from '../../src/compile/tasks.js'

/** The tasks in a stream that comes in pieces of `size` bytes. */
async function tasksIn(content: string, size = 7, limit = 1000): Promise<Task[]> {
  const bytes = Buffer.from(content)
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const tasks: Task[] = []
  for await (const task of lineTasks(pieces(), { limit })) tasks.push(task)
  return tasks
}

const reasonOf = ({ input }: Task): unknown =>
  input.kind === 'failed' ? [input.failure.code, input.failure.values['reason']] : input.kind

describe('documents in lines of JSON', () => {
  it('one a line, with LF or CRLF, blank lines passed over, the last line with or without an end', async () => {
    const lines = ['{"id":"甲","text":"一、任务"}', '', '{"id":2,"text":"二、保障","date":"x"}']
    for (const content of [lines.join('\n'), `${lines.join('\r\n')}\r\n`, `\ufeff${lines.join('\n')}`]) {
      const tasks = await tasksIn(content)
      expect(tasks.map(({ id, input }) => [id, input])).toEqual([
        ['甲', { kind: 'text', path: '甲', text: '一、任务' }],
        ['2', { kind: 'text', path: '2', text: '二、保障' }],
      ])
    }
  })

  it('a line that is no document fails alone', async () => {
    const tasks = await tasksIn(
      '{"id":"a","text":""}\nno\n[]\n{"text":"x"}\n{"id":"b","text":1}\nnull\n{"id":"c","text":"y"}',
    )
    expect(tasks.map(({ id }) => id)).toEqual(['a', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6', 'c'])
    expect(tasks.map(reasonOf)).toEqual([
      'text',
      ['line-unreadable', 'it is not JSON'],
      ['line-unreadable', 'it has no "id"'],
      ['line-unreadable', 'it has no "id"'],
      ['line-unreadable', 'it has no "text"'],
      ['line-unreadable', 'it has no "id"'],
      'text',
    ])
  })

  it('a line that is too long is passed over, wherever it is cut', async () => {
    const long = JSON.stringify({ id: 'long', text: '长'.repeat(300) })
    for (const size of [1, 64, 10_000]) {
      const tasks = await tasksIn(`${long}\n{"id":"short","text":"短"}\n${long}`, size, 200)
      expect(tasks.map(({ id }) => id)).toEqual(['line-1', 'short', 'line-3'])
      expect(tasks.map(reasonOf)[0]).toEqual(['file-too-large', undefined])
    }
  })

  it('the same, however the stream is cut', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (texts, size) => {
        const content = texts.map((text, i) => JSON.stringify({ id: `d${i}`, text })).join('\n')
        const tasks = await tasksIn(content, size)
        expect(tasks.map(({ input }) => input.kind === 'text' && input.text)).toEqual(texts)
      },
    )
    await fc.assert(property, { seed: 20181101, numRuns: 100 })
  })
})
