import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  compileFiles,
  compileText,
  type Obligation,
  parse,
  type Registry,
  type RegistryDocument,
  validate,
} from '../../src/index.js'
import { Folder, PLAN } from './run.js'

describe('the library', () => {
  it('compileText gives one document, at once', () => {
    const document = compileText(PLAN, { path: 'plan.txt' })
    expectTypeOf(document).toEqualTypeOf<RegistryDocument>()
    expectTypeOf<Obligation['due']>().toEqualTypeOf<{
      date: string
      basis: 'stated' | 'paragraph' | 'assignment' | 'section' | 'lead-in' | 'document'
    } | null>()
    expect(document).toMatchObject({ id: 'plan', title: '某市养老服务提升行动方案' })
    expect(compileText('').obligations).toEqual([])
  })

  it('compileFiles gives a registry, with an entry for a file that is missing', async () => {
    const folder = new Folder()
    folder.write('plan.txt', PLAN)
    folder.write('plan.md', '# 方案\n\n- 各县要**加强**监管。\n')
    const registry = await compileFiles([folder.path, folder.file('none.txt')])
    expectTypeOf(registry).toEqualTypeOf<Registry>()
    expect(registry.documents.map(({ id }) => id)).toEqual(['plan', 'plan~2', 'none'])
    expect(validate(registry).problems).toEqual([])
    folder.remove()
  })

  it('parse gives the tree', () => {
    const tree = parse(PLAN)
    expect(tree.type).toBe('policy')
    expect(tree.children.filter(({ type }) => type === 'section')).toHaveLength(1)
    expect(parse('# 方案', { mediaType: 'text/markdown' }).type).toBe('policy')
  })

  it('words of the caller count', () => {
    const text = '一、任务\n（一）完善平台。（市智慧养老中心负责）'
    const words = [{ organs: { full: ['市智慧养老中心'] } }]
    expect(compileText(text, { words }).assignments[0]?.bodies[0]?.name).toBe('市智慧养老中心')
  })
})
