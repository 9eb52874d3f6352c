import { afterAll, describe, expect, it } from 'vitest'
import { inProcess } from './in-process.js'
import { Folder, PLAN } from './run.js'

const folder = new Folder()
afterAll(() => folder.remove())
folder.write('plan.txt', PLAN)

const said = async (args: readonly string[], language: string): Promise<string> =>
  (await inProcess([...args, '--lang', language], folder.path)).err.trimEnd()

describe('why a registry cannot be parsed, with its place', () => {
  it.each([
    ['a.json', '{"a": 1', 'a.json:1:8', '此处应为“,”或“}”'],
    ['a.json', '\n  {"a":\n  [1 2}', 'a.json:3:6', '此处应为“,”或“]”'],
    ['a.json', '{"a":', 'a.json:1:6', 'JSON 不完整'],
    ['a.json', '{"a": 1,]', 'a.json:1:9', '用双引号括起的键'],
    ['a.json', '{"a" 1}', 'a.json:1:6', '键之后应为“:”'],
    ['a.json', '{"a": 1}}', 'a.json:1:9', '多余内容'],
    ['a.json', '{"a": "\u0001"}', 'a.json:1:8', '未转义'],
    ['a.json', '{"a": "x', 'a.json:1:9', '缺少结尾的引号'],
    ['a.json', '{"a": x]', 'a.json', '不应出现“x”'],
    ['a.yaml', 'a: [1', 'a.yaml:1:6', '内容提前结束'],
    ['a.yaml', 'a: "x', 'a.yaml:1:6', '引号没有结尾'],
    ['a.yaml', 'a: 1\n b: 2', 'a.yaml:2:3', '缩进有误'],
    ['a.yaml', 'a:\n\tb: 1', 'a.yaml:2:1', '制表符'],
    ['a.yaml', 'a: 1\nb: 2\na: 3', 'a.yaml:3:1', '键重复'],
    ['a.yaml', 'a: !foo x', 'a.yaml:1:4', '不支持标签'],
    ['a.yaml', 'a: [*b]', 'a.yaml:1:6', '别名'],
    ['a.yaml', '只有文字', 'a.yaml:1:1', '只是普通文本'],
    ['a.yaml', ' \n', 'a.yaml', '没有文字'],
    ['a.ndjson', '\n{"id": }', 'a.ndjson:2', '不应出现“}”'],
    ['a.ndjson', '\n{"id": 1', 'a.ndjson:2:9', '此处应为“,”或“}”'],
  ])('%s: %j at %s: %s', async (name, content, place, words) => {
    folder.write(name, content)
    const command = name.endsWith('.ndjson') ? ['merge', name, '-o', 'm.json'] : ['validate', name]
    const [english, chinese] = [await said(command, 'en'), await said(command, 'zh')]
    expect(english.startsWith(`${place}: this is no registry: `)).toBe(true)
    expect(english).not.toMatch(/[\u4e00-\u9fff]{3}/)
    expect(chinese.startsWith(`${place}：不是登记册：`)).toBe(true)
    expect(chinese).toContain(words)
  })

  it('one that nobody has worded stays as it came', async () => {
    folder.write('a.yaml', 'a: &x &y 1')
    expect(await said(['validate', 'a.yaml'], 'zh')).toBe(
      'a.yaml:1:7：不是登记册：duplication of an anchor property',
    )
  })
})

describe('what is wrong with words and settings', () => {
  it.each([
    ['--lexicon', 'organs:\n\tsuffix: [甲]', 'w.yaml:2', '缩进不能使用制表符'],
    ['--lexicon', 'organs: [甲]', 'w.yaml', '类型不符'],
    ['--lexicon', 'organs: {suffix: []}', 'w.yaml', '不能为空'],
    ['--config', 'lint: {rules: {x: error}}', 'w.yaml', '含有不允许的键 x'],
    ['--config', 'lint: {maxWarnings: many}', 'w.yaml', '类型不符'],
    [
      '--config',
      'lint: {rules: {impossible-date: bad}}',
      'w.yaml',
      '只能取下列值之一：off, info, warning, error',
    ],
    ['--config', 'lint: {', 'w.yaml:1', '内容提前结束'],
  ])('%s %j: %s, %s', async (option, content, place, words) => {
    folder.write('w.yaml', content)
    const chinese = await said(
      [option === '--config' ? 'lint' : 'compile', 'plan.txt', option, 'w.yaml'],
      'zh',
    )
    expect(chinese).toContain(place)
    expect(chinese).toContain(words)
  })
})
