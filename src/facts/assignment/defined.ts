import type { SourceText } from '../../source/source-text.js'
import type { ListedBody } from './body-list.js'

/** 以下称数据主管部门 · 使用数据的为数据使用部门 · 本办法所称管护单位,是指 */
const DEFINITION =
  /(?:(?:以下|下)(?:统|简)?称(?:为)?|的(?:,)?为|所称(?:的)?)["“]?([\u4e00-\u9fff]{2,12}?(?:部门|机关|机构|委员会|办公室|领导小组|专班|指挥部|局|办|委|厅))["”]?(?=[,;。)]|是指)/g

const cache = new WeakMap<SourceText, ReadonlySet<string>>()

/** Whether the document itself says that this is what it calls a body. */
export function isDefined(source: SourceText, bodies: readonly ListedBody[]): boolean {
  let names = cache.get(source)
  if (!names) {
    names = new Set(Array.from(source.folded.matchAll(DEFINITION), (match) => match[1] as string))
    cache.set(source, names)
  }
  return bodies.every(({ name }) => names.has(name))
}
