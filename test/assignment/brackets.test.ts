import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  firstListedLeads,
  readBracket,
  readCarryOver,
  readHeadingBodies,
  readLabelLine,
} from '../../src/facts/assignment/index.js'
import { contextOf, rowsOf, show } from './context.js'

const whole = (text: string) => ({ start: 0, end: text.length })

describe('who a bracket makes responsible', () => {
  it.each(rowsOf(readFileSync('test/assignment/brackets.txt', 'utf8')))('%s', (text, expected) => {
    expect(show(readBracket(contextOf(text), whole(text)))).toBe(expected)
  })

  it('takes names alone behind a sentence, not behind the name that they explain', () => {
    const read = (text: string): string => {
      const start = text.indexOf('（')
      return show(readBracket(contextOf(text), { start, end: text.indexOf('）') + 1 }))
    }
    expect(read('完善救助标准。（市民政局）')).toBe('市民政局')
    expect(read('完善救助标准（市民政局、市财政局）')).toBe('市民政局 市财政局')
    expect(read('报市领导小组办公室（市民政局）备案。')).toBe('-')
    expect(read('报送市领导小组办公室（市民政局）')).toBe('-')
  })

  it('reads a carry-over beside the bracket’s own bodies', () => {
    const text = '（教育部、财政部负责。以下均需地方人民政府落实，不再列出）'
    expect(show(readBracket(contextOf(text), whole(text)))).toBe('教育部 财政部')
    const carried = readCarryOver(contextOf(text), whole(text))
    expect(carried && text.slice(carried.start, carried.end)).toBe('以下均需地方人民政府落实，不再列出')
    expect(carried?.carriesOn).toBe(true)
  })

  it.each([
    '列第一位者为牵头部门，下同',
    '排在第一位的部门为牵头部门',
    '排名第一的为牵头单位，下同',
    '列首位的为牵头单位',
    '第一个部门为牵头部门',
    '排在首位的单位为牵头单位，下同',
  ])('the first listed leads: %s', (text) => {
    expect(firstListedLeads(text)).toBe(true)
  })

  it('an order of things that is no rule', () => {
    expect(firstListedLeads('把质量放在第一位，由市教育局牵头')).toBe(false)
  })
})

describe('label lines', () => {
  it.each(rowsOf(readFileSync('test/assignment/lines.txt', 'utf8')))('%s', (text, expected) => {
    const line = readLabelLine(contextOf(text), whole(text))
    expect(line && 'type' in line ? show(line) : line).toBe(expected)
  })

  it.each([
    ['责任单位：市教育局、市财政局，各区人民政府', '市教育局 市财政局 各区人民政府'],
    ['牵头部门：省工业和信息化厅', '省工业和信息化厅[牵头]'],
    ['参与部门：省科技厅、省财政厅', '省科技厅[配合] 省财政厅[配合]'],
    ['落实部门：市医保局、市卫生健康委等', '市医保局 市卫生健康委 …'],
    ['牵头单位：市民政局；配合单位：市财政局、市残联', '市民政局[牵头] 市财政局[配合] 市残联[配合]'],
    ['责任单位:市住建局 完成时限:2024年底', '市住建局'],
    ['【责任单位】市城市管理局', '市城市管理局'],
    [
      '责任单位：市发展改革委牵头，市财政局、市商务局配合',
      '市发展改革委[牵头] 市财政局[配合] 市商务局[配合]',
    ],
    ['责任分工：市教育局负责方案制定，市财政局负责资金保障。', '市教育局 市财政局'],
    ['实施主体：各区人民政府', '各区人民政府'],
  ])('%s', (text, expected) => {
    const line = readLabelLine(contextOf(text), whole(text))
    expect(line && 'type' in line ? show(line) : line).toBe(expected)
  })

  it.each(['完成时限：2025年12月底前', '时间要求：2025年6月，持续推进', '（完成时间：2024年底前）'])(
    'a time: %s',
    (text) => {
      expect(readLabelLine(contextOf(text), whole(text))).toEqual({ time: true })
    },
  )

  it.each(['牵头领导：王某某', '责任单位要加强管理', '完善牵头单位与责任单位的协作：一是健全制度'])(
    'none: %s',
    (text) => {
      expect(readLabelLine(contextOf(text), whole(text))).toBeNull()
    },
  )
})

describe('headings that are a body', () => {
  it.each([
    ['（五）市发改委', '市发改委'],
    ['各区县政府、示范区管委会', '各区县政府 示范区管委会'],
    ['市科技局（知识产权局）', '市科技局（知识产权局）'],
    ['金融、保险部门', '金融部门 保险部门'],
    ['市总工会、妇联、团委', '市总工会 妇联 团委'],
    ['石河子日报社、电视台、广播电台', '石河子日报社 电视台 广播电台'],
    ['其他有关部门', '其他有关部门'],
    ['国家统计局石河子调查队', '国家统计局石河子调查队'],
    ['市生态环境局职责', '市生态环境局'],
    ['市公安局交警支队', '市公安局交警支队'],
  ])('%s', (text, expected) => {
    expect(show(readHeadingBodies(contextOf(text), whole(text)))).toBe(expected)
  })

  it.each(
    '加强组织领导 推动部门联动 政府服务 组织机构 责任单位 领导小组 强化部门协作 市场监管 部门职责 优化政务服务 成立工作领导小组 设立专项工作组 建设工业园区 提升城市管理水平'.split(
      ' ',
    ),
  )('none: %s', (text) => {
    expect(readHeadingBodies(contextOf(text), whole(text))).toBeNull()
  })
})
