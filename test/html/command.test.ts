import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { Folder, qparse } from '../cli/run.js'
import { CARE, WATER } from './plans.js'

const folder = new Folder()
folder.write('care.txt', CARE)
folder.write('water.txt', WATER)
afterAll(() => folder.remove())

const read = (name: string): string => readFileSync(folder.file(name), 'utf8')

describe('-f html', () => {
  test('compiles texts to one page, in the language of the reader', () => {
    expect(qparse(['care.txt', 'water.txt', '-o', 'page.html', '--lang', 'zh'], folder.path).status).toBe(0)
    expect(read('page.html')).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(read('page.html').match(/class="document"/g)).toHaveLength(2)
  })

  test('gives each document a page of its own in a folder', () => {
    expect(qparse(['care.txt', 'water.txt', '-f', 'html', '-o', 'pages/'], folder.path).status).toBe(0)
    expect(read('pages/water.html')).toContain('水平衡测试')
  })

  test('converts a registry with the texts that it was made from to the same page', () => {
    qparse(['care.txt', '-o', 'care.json'], folder.path)
    qparse(['care.txt', '-o', 'care.html'], folder.path)
    const convert = qparse(['convert', 'care.json', '--sources', '.', '-o', 'again.html'], folder.path)
    expect(convert.status).toBe(0)
    expect(read('again.html')).toBe(read('care.html'))
  })
})
