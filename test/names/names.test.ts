import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { readLexicon } from '../../src/readers/lexicon-file.js'
import { namesOf } from '../../src/registry/names/names.js'
import { SourceText } from '../../src/source/source-text.js'
import type { Assignment, Body, FrontMatter } from '../../src/tree/nodes.js'

interface Head {
  issuers: string[]
  title: string | null
  text: string
}

/** The canonical and current names of lists of bodies that stand behind a text, in order. */
function read({ issuers, title, text }: Head, lists: string[], lexicon = baseLexicon()): [string, string][] {
  const frontMatter: FrontMatter = {
    title, issuers, documentNumber: null, addressees: null, issuedOn: null, publishedOn: null, indexNumber: null,
  } // prettier-ignore
  const span = { start: text.length, end: text.length }
  const assignments = lists.map((list): Assignment => {
    const bodies = list
      .split(/、(?![^（(]*[)）])/)
      .map((name): Body => ({ name, role: 'responsible', ...span }))
    return {
      type: 'assignment',
      style: 'line',
      bodies,
      openEnded: false,
      carriesOn: false,
      deadlines: [],
      rule: '',
      ...span,
    }
  })
  const names = namesOf(new SourceText(text), frontMatter, assignments, lexicon)
  return assignments.map(({ bodies }) => [
    bodies.map((body) => names.get(body)?.canonical ?? '-').join('、'),
    bodies.map((body) => names.get(body)?.current?.name ?? '-').join('、'),
  ])
}

const blank = (): Head => ({ issuers: [], title: null, text: '' })

/** The rows of names.txt, each with the document that it stands in. */
function rows(): [string, string, string, Head][] {
  const found: [string, string, string, Head][] = []
  let head = blank()
  let used = false
  for (const line of readFileSync('test/names/names.txt', 'utf8').split('\n')) {
    const [, key, value] = /^(issuer|title|text): (.+)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) {
      if (used) [head, used] = [blank(), false]
      if (key === 'issuer') head.issuers.push(value)
      else if (key === 'title') head.title = value
      else head.text = value
    } else if (line.includes(' => ') && !line.startsWith('#')) {
      const [printed = '', canonical = '', current = ''] = line.split(' => ')
      found.push([printed, canonical, current, head])
      used = true
    }
  }
  return found
}

describe('names in full and names of today', () => {
  it.each(rows())('%s => %s => %s', (printed, canonical, current, head) => {
    // A shared tail of several levels is one body as printed.
    const list = printed.startsWith('各省、') ? printed.replaceAll('、', '和') : printed
    expect(read(head, [list])[0]).toEqual([canonical, current])
  })

  const [city, office] = [
    { ...blank(), issuers: ['临汾市人民政府'] },
    { ...blank(), issuers: ['临汾市水利局'] },
  ]
  it.each([
    ['该局 is the one 局 named before', city, ['市质监局', '该局'], '临汾市质监局', '临汾市市场监管局'],
    ['该局 after two of them is neither', city, ['市质监局、市水利局', '该局'], '-', '-'],
    ['该委 is no 局', city, ['市质监局', '该委'], '-', '-'],
    ['本局 is the issuer', office, ['本局'], '临汾市水利局', '-'],
    ['本局 of a government is nobody', city, ['本局'], '-', '-'],
  ])('%s', (_, head, lists, canonical, current) => {
    expect(read(head, lists).at(-1)).toEqual([canonical, current])
  })
})

describe('the basis of a change', () => {
  const current = (name: string, issuer: string) => {
    const text = `关于做好有关工作的通知\n${issuer}\n一、重点任务\n加强质量安全监管。（${name}负责）\n`
    return compileText(text).assignments[0]?.bodies[0]?.current
  }
  it('is the plan and its day for a central body', () => {
    expect(current('国家质检总局', '国务院办公厅')).toEqual({
      name: '国家市场监督管理总局',
      since: '2018-03-17',
      basis: '国务院机构改革方案(2018年)',
    })
  })
  it('has no day for a local body: each place had its own', () => {
    expect(current('自治区质监局', '自治区人民政府')).toEqual({
      name: '自治区市场监管局',
      since: null,
      basis: '深化党和国家机构改革方案(2018年)及各地机构改革方案',
    })
  })
  it('is the same in the obligations that the body has', () => {
    const text = '一、重点任务\n加强质量安全监管。（市质监局负责）\n'
    const { assignments, obligations } = compileText(text)
    expect(obligations[0]?.assignees[0]).toMatchObject({ ...assignments[0]?.bodies[0] })
  })
})

describe('--lexicon corrects and adds changes', () => {
  const lexicon = baseLexicon().extend({
    reorganisations: {
      plan: ['临汾2019=临汾市机构改革方案@2019-01-10'],
      whole: ['临汾市国土资源局→临汾市规划和自然资源局@临汾2019'],
      local: ['中小企业局→工业和信息化局@当地方案', '旅游局→'],
    },
  })
  it.each([
    ['市国土资源局', '临汾市规划和自然资源局'],
    ['市中小企业局', '临汾市工业和信息化局'],
    ['市旅游局', '-'],
    ['市质监局', '临汾市市场监管局'],
  ])('%s => %s', (printed, current) => {
    expect(read({ ...blank(), issuers: ['临汾市人民政府'] }, [printed], lexicon)[0]?.[1]).toBe(current)
  })
})

describe('a file for --lexicon', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qparse-names-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const readEntries = (...entries: string[]) => {
    const path = join(folder, 'words.yaml')
    writeFileSync(path, `reorganisations: {city: [${entries.join(', ')}]}`)
    return readLexicon(path)
  }
  it.each(['旅游局', '旅游局→文旅局', '→文旅局@2018', '旅游局=文旅局@2018'])(
    'may not say %s',
    async (entry) => {
      expect(await readEntries(entry)).toMatchObject({ kind: 'shape' })
    },
  )
  it('may say what became of a body, or that nothing is to be said of it', async () => {
    const city = ['旅游局→文旅局@2018', '物价局→']
    expect(await readEntries(...city)).toEqual({ reorganisations: { city } })
  })
})

describe('the lists of changes', () => {
  const data = baseLexicon().data['reorganisations'] ?? {}
  const plans = new Set(data['plan']?.map((plan) => plan.split('=')[0]))
  const lists = Object.entries(data).filter(([name]) => name !== 'plan')
  it.each(lists)('%s names only plans that are listed, and each body once', (_, entries) => {
    const olds = entries.flatMap((entry) => entry.split('→')[0]?.split('、') ?? [])
    expect(olds.filter((name, at) => olds.indexOf(name) !== at)).toEqual([])
    expect(entries.filter((entry) => /@(.+)$/.test(entry) && !plans.has(/@(.+)$/.exec(entry)?.[1]))).toEqual(
      [],
    )
  })
})
