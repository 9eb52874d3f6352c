import { compileText, type Registry } from '../../src/index.js'
import { registryHead } from '../../src/registry/head.js'

const TEXT = [
  '某省推进社区食堂建设工作方案',
  '一、重点任务',
  '（一）扩大供给。到2026年，新建社区食堂200个，覆盖率达到85%以上。（省民政厅牵头，省财政厅配合）',
  '（二）严格管理。每年6月底前开展一次检查。不得使用过期食材。（责任单位：省市场监管局）',
].join('\n')

const compiled = new Map<string, Registry>()

/** A fresh registry to spoil. */
export function registryOf(text = TEXT): Registry {
  const registry = compiled.get(text) ?? {
    ...registryHead(),
    documents: [compileText(text, { path: 'plans/canteen.txt' })],
  }
  compiled.set(text, registry)
  return structuredClone(registry)
}
