import type { Feature, Image } from 'write-excel-file/node'
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings as insert,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { HEADER_ROWS, type Plan } from './xlsx-sheets.js'

const SHEET = 'xl/worksheets/sheet{id}.xml'
const BOOK = 'xl/workbook.xml'

/**
 * What the library leaves to features: filters over the headings, one page wide in landscape on A4, the headings
 * again on every page, and page numbers.
 */
export function filtersAndPrinting(plans: readonly Plan[], footer: string): Feature<Image['content']> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform(xml, _options, { sheetIndex }) {
            const plan = plans[sheetIndex]
            if (!plan) return xml
            const parts = [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              getSelfClosingTagMarkup('autoFilter', { ref: filtered(plan) }),
              `<headerFooter><oddFooter>&amp;C${sanitizeTextContent(footer)}</oddFooter></headerFooter>`,
            ]
            const order = getOrderOfSiblings(SHEET, 'worksheet') ?? []
            return parts.reduce((whole, part) => insert(whole, part, order, 'worksheet'), xml)
          },
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        [BOOK]: { transform: (xml) => withDefinedNames(xml, definedNames(plans)) },
      },
    },
  }
}

/** The library writes an empty element, and there may be only one. */
function withDefinedNames(xml: string, markup: string): string {
  const element = findElement(xml, 'definedNames')
  return element
    ? replaceElement(xml, element, markup)
    : insert(xml, markup, getOrderOfSiblings(BOOK, 'workbook') ?? [], 'workbook')
}

/** From the headings to the last row. */
const filtered = ({ columns, rows }: Plan): string =>
  `${getCellAddress(HEADER_ROWS - 1, 0)}:${getCellAddress(HEADER_ROWS - 1 + rows.length, columns.length - 1)}`

/** Where each sheet's filter is and which rows are printed on every page, in the words of the format. */
function definedNames(plans: readonly Plan[]): string {
  const names = plans.flatMap((plan, sheet) => {
    const area = filtered(plan).replace(/[A-Z]+|\d+/g, '$$$&')
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${sheet}" hidden="1">${quoted(plan.name)}!${area}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${sheet}">${quoted(plan.name)}!$${HEADER_ROWS}:$${HEADER_ROWS}</definedName>`,
    ]
  })
  return `<definedNames>${names.join('')}</definedNames>`
}

const quoted = (name: string): string => `'${name}'`
