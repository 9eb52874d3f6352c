import fc from 'fast-check'
import { baseLexicon } from '../../src/grammar/index.js'

/** Words that the rules look for come from the lexicon: a new list is tried as soon as it is there. */
const lists = Object.values(baseLexicon().data)
  .flatMap((file) => Object.values(file))
  .filter((words) => words.length > 0)

const NUMBERS = [...'一二三四五六七八九十', '十二', '二十']
const FIGURES = [
  ...'0123456789',
  '12',
  '98',
  '1.5',
  '10,000',
  '2020',
  '１２',
  '三',
  '两',
  '百分之九十五',
  '一半',
]
const MARKERS = [
  (n: number) => `第${NUMBERS[n]}章 `,
  (n: number) => `第${NUMBERS[n]}条 `,
  (n: number) => `第${NUMBERS[n]}条之一`,
  (n: number) => `${NUMBERS[n]}、`,
  (n: number) => `（${NUMBERS[n]}）`,
  (n: number) => `(${NUMBERS[n]})`,
  (n: number) => `${n + 1}．`,
  (n: number) => `${n + 1}. `,
  (n: number) => `${n + 1}、`,
  (n: number) => `4.${n + 1}`,
  (n: number) => `4.2.${n + 1} `,
  (n: number) => `（${n + 1}）`,
  (n: number) => `${n + 1})`,
  (n: number) => String.fromCharCode(0x2460 + n),
]
const BRACKETS = [...'（）()【】[]〔〕《》〈〉「」『』“”‘’"\'{}']
const PUNCTUATION = [...'，。、；：！？,.;:!?—-～~…·%‰％/|*#>', '——', '。\n', '；\n', '：\n']
const SPACES = [' ', '　', '\t', '\u00a0', '\u200b', '\ufeff', '\n', '\n\n', '\r\n', '\r', '\u2028', '\f']
const NOISE = [
  '\ud800',
  '\udc00',
  '𠀀',
  '😀',
  '\u0000',
  'é',
  'e\u0301',
  'A',
  'abc',
  '囍',
  '的',
  '了',
  '__proto__',
  '\\',
  '`',
]
const TIMES = [
  '到2020年', '2025年底前', '2025年6月底前', '2023—2025年', '2018年4月-2019年12月', '“十四五”期间', '到“十四五”末',
  '每年12月底前', '每季度', '每月5日前', '今年底', '明年6月底前', '年内', '上半年', '二〇二五年', '自印发之日起30日内', '5个工作日内',
  '自2019年1月1日起施行', '有效期5年', '2025年13月45日', '2018年2月30日前', '0000年', '9999年底前', '2018年11月28日',
] // prettier-ignore
const PHRASES = [
  '（市教育局、市财政局负责）', '（牵头单位：市民政局；责任单位：各县（市、区）人民政府）', '责任单位：市水务局', '完成时限：2024年底',
  '牵头部门：', '由市商务局牵头，', '各级党委和政府要', '会同有关部门', '（列第一位者为牵头单位，下同）',
  '（以下均需地方人民政府负责，不再列出）', '合格率达到98%以上', '由60%提高到90%', '新增示范企业3家', '建成5.5万亩', '不低于85%',
  '加强监管', '严禁', '鼓励企业', '可以', '《关于加强质量工作的意见》', '国发〔2018〕42号', '目录', '附件：1.任务清单', '实施方案',
  '某市人民政府关于印发行动计划的通知', '各县区人民政府，市政府各部门：', '索引号：', '一是', '分别达到65%和55%', '一、总体要求',
] // prettier-ignore

const word = fc.oneof(...lists.map((words) => fc.constantFrom(...words)))
const marker = fc
  .tuple(fc.constantFrom(...MARKERS), fc.nat(NUMBERS.length - 1))
  .map(([print, number]) => `\n${print(number)}`)

const token = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 3, arbitrary: marker },
  { weight: 4, arbitrary: fc.constantFrom(...PUNCTUATION) },
  { weight: 3, arbitrary: fc.constantFrom(...PHRASES) },
  { weight: 2, arbitrary: fc.constantFrom(...TIMES) },
  { weight: 2, arbitrary: fc.constantFrom(...FIGURES) },
  { weight: 2, arbitrary: fc.constantFrom(...BRACKETS) },
  { weight: 1, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 1, arbitrary: fc.constantFrom(...NOISE) },
)

/** Texts made of what the rules look for, in no order. */
export const texts = fc.array(token, { maxLength: 32, size: 'max' }).map((tokens) => tokens.join(''))
