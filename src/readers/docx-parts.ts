import { decode, type Encoding } from './decode.js'
import type { Unread } from './read-text.js'
import {
  attributeOf,
  type BadXml,
  MAX_XML_DEPTH,
  MAX_XML_NODES,
  parseXml,
  type XmlElement,
} from './xml-tree.js'
import { damaged, partTooLarge, ZipArchive } from './zip.js'

/** The parts of a Word document that its text is read from. */
export interface WordParts {
  /** XML of the main part, and its name. */
  readonly document: string
  readonly name: string
  readonly encoding: Encoding
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
}

const MAIN = '/officeDocument'
const RELATIONS = '_rels/.rels'

/** Other archives, by a part that they have. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['OFD.xml', 'OFD'],
  ['xl/workbook.xml', 'XLSX'],
  ['ppt/presentation.xml', 'PPTX'],
  ['META-INF/container.xml', 'EPUB'],
  ['META-INF/MANIFEST.MF', 'JAR'],
]

/**
 * The parts of a .docx package (ECMA-376 parts 1 and 2).
 *
 * Its relations say where they are. Only parts inside the package are read, and of these only those named here; a
 * relation to anything outside is not followed.
 */
export async function wordParts(bytes: Uint8Array): Promise<WordParts | Unread> {
  const archive = await ZipArchive.open(bytes)
  if ('code' in archive) return archive
  const top = await relations(archive, RELATIONS)
  if ('code' in top) return top
  const name = top.get(MAIN) ?? 'word/document.xml'
  if (!archive.has(name) || !/^word\b|\bdocument\w*\.xml$/i.test(name)) return otherArchive(archive)
  const document = await text(archive, name)
  if (document === null || 'code' in document) return document ?? damaged(name)
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const own = await relations(archive, `${folder}_rels/${name.slice(folder.length)}.rels`, folder)
  if ('code' in own) return own
  const styles = await tree(archive, own.get('/styles') ?? `${folder}styles.xml`)
  if (styles !== null && 'code' in styles) return styles
  const numbering = await tree(archive, own.get('/numbering') ?? `${folder}numbering.xml`)
  if (numbering !== null && 'code' in numbering) return numbering
  return { document: document.text, name, encoding: document.encoding, styles, numbering }
}

async function otherArchive(archive: ZipArchive): Promise<Unread> {
  const kind = OTHERS.find(([part]) => archive.has(part))?.[1]
  if (kind === 'OFD') return { code: 'format-convertible', values: { kind } }
  const type = archive.has('mimetype') ? await archive.read('mimetype') : null
  if (type instanceof Uint8Array && /opendocument\.text/.test(Buffer.from(type).toString('latin1')))
    return { code: 'format-convertible', values: { kind: 'ODT' } }
  if (archive.has('[Content_Types].xml') && kind === undefined) return damaged('word/document.xml')
  return { code: 'format-unsupported', values: { kind: kind ?? 'ZIP' } }
}

/** The targets inside the package by the last word of the relation's type; none where the part is not there. */
async function relations(
  archive: ZipArchive,
  part: string,
  folder = '',
): Promise<ReadonlyMap<string, string> | Unread> {
  const root = await tree(archive, part)
  if (root !== null && 'code' in root) return root
  const targets = new Map<string, string>()
  for (const relation of root?.children ?? []) {
    const target = attributeOf(relation, 'Target')
    const type = attributeOf(relation, 'Type')
    if (target === undefined || type === undefined || attributeOf(relation, 'TargetMode') === 'External')
      continue
    const key = type.slice(type.lastIndexOf('/'))
    if (!targets.has(key)) targets.set(key, target.startsWith('/') ? target.slice(1) : folder + target)
  }
  return targets
}

async function tree(archive: ZipArchive, name: string): Promise<XmlElement | null | Unread> {
  const xml = await text(archive, name)
  if (xml === null || 'code' in xml) return xml
  const root = parseXml(xml.text)
  return typeof root === 'string' ? badXml(root, name) : root
}

async function text(
  archive: ZipArchive,
  name: string,
): Promise<{ text: string; encoding: Encoding } | null | Unread> {
  const bytes = await archive.read(name)
  if (bytes === null || 'code' in bytes) return bytes
  const decoded = decode(bytes)
  return 'code' in decoded ? damaged(name) : decoded
}

/** Why a part gives no tree, for people. */
export function badXml(reason: BadXml, part: string): Unread {
  if (reason === 'too-nested') return { code: 'file-too-nested', values: { limit: String(MAX_XML_DEPTH) } }
  return reason === 'too-large' ? partTooLarge(part, `${MAX_XML_NODES} elements`) : damaged(part)
}
