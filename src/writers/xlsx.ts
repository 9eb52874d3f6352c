import writeXlsxFile from 'write-excel-file/node'
import type { Registry } from '../generated/registry.js'
import type { Listed } from '../registry/listing.js'
import { HEADINGS } from './words.js'
import { itemsOf, type WholeWriter } from './writer.js'
import { filtersAndPrinting } from './xlsx-features.js'
import { bodyPlan, HEADER_ROWS, type Plan, rowsOf, targetPlan, taskPlan } from './xlsx-sheets.js'

/** A workbook for an office: the tasks (任务分解表), the targets, and the tasks of each body. */
export const xlsx: WholeWriter = {
  async whole(registry, options = {}) {
    const { language = 'zh' } = options
    const items = itemsOf(registry, options)
    const words = HEADINGS[language]
    const plans: readonly Plan[] = [taskPlan, targetPlan, bodyPlan].map((plan) => plan(items, language))
    const title = titleOf(registry, items)
    const sheets = plans.map((plan) => ({
      data: rowsOf(plan, title, language),
      sheet: plan.name,
      orientation: 'landscape' as const,
      stickyRowsCount: HEADER_ROWS,
      columns: plan.columns.map(({ width }) => ({ width })),
    }))
    const features = [filtersAndPrinting(plans, words.footer)]
    return await writeXlsxFile(sheets, { fontFamily: 'SimSun', fontSize: 10, features }).toBuffer()
  },
}

/** The title of the one document; several have none in common. */
function titleOf(registry: Registry, items: readonly Listed[]): string {
  const documents = new Set(items.map(({ document }) => document))
  const [only] = documents.size === 0 ? registry.documents : documents
  return documents.size > 1 || !only ? '' : (only.title ?? only.id)
}
