// Write docs/dependencies.md: what is installed with qparse, from package.json, the lock file and node_modules.
//   npm run dependencies              writes it
//   npm run dependencies -- --check   exit 1 where it is not what it would be now
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const PAGE = 'docs/dependencies.md'

/** Why each is there. One without a reason has no place in package.json. */
const WHY = {
  '@types/unist': 'types of the tree, which the declarations of the library name',
  ajv: 'checks values against JSON Schema; its validators are written out as code when qparse is built',
  'ajv-formats': 'dates and other formats for ajv, at the same time',
  chalk: 'colours on a terminal',
  commander: 'the command line: options, commands, help',
  'fast-diff': 'what differs between two wordings of an obligation',
  htmlparser2: 'web pages and the XML in Word files, with the place of every sign',
  'ical.js': 'calendars (`-f ics`): folding, escaping, recurrences',
  'js-yaml': 'reads registries, word lists and settings in YAML',
  munkres: 'the best pairing of old and new obligations in `qparse diff`',
  'remark-gfm': 'tables in Markdown',
  'remark-parse': 'Markdown',
  tinyglobby: 'patterns of file names',
  tinypool: 'workers that stay (`--jobs`)',
  unified: 'the chain of parser, transformers and compiler, into which plugins of others fit',
  unpdf: 'PDF files: pdf.js without a browser',
  vfile: 'a file with its messages, as unified passes it on',
  'write-excel-file': 'workbooks (`-f xlsx`)',
  yauzl: 'the parts of a Word file, without unpacking more than is asked for',
}

/** The page as it is to stand in `root`. */
export async function dependenciesPage(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const names = Object.keys(lock[''].dependencies).sort()
  const unknown = [
    ...names.filter((name) => !Object.hasOwn(WHY, name)),
    ...Object.keys(WHY).filter((name) => !names.includes(name)),
  ]
  if (unknown.length > 0)
    throw new Error(`say in scripts/dependencies.mjs why, or no more why: ${unknown.join(', ')}`)
  const all = installedWith(lock)
  const kilobytes = (paths) =>
    Math.ceil([...paths].reduce((sum, path) => sum + sizeOf(join(root, path)), 0) / 1024)
  const rows = names.map((name) => {
    const brought = broughtBy(name, lock)
    const [path] = brought
    const { version, license } = lock[path]
    const sizes = [kilobytes([path]), kilobytes(brought)].map((size) => size.toLocaleString('en'))
    return `| ${name} | ${version} | ${license} | ${brought.size - 1} | ${sizes.join(' | ')} | ${WHY[name]} |`
  })
  const text = `<!-- Written by \`npm run dependencies\`. -->

# What is installed with qparse

\`package.json\` names ${names.length} packages that a user of qparse installs; with all that these bring, they are ${all.size}, of
${kilobytes(all).toLocaleString('en')} KB. None has an install script, and all have free licences: \`test/project/dependencies.test.ts\` holds that, and
that this page is up to date. The command and the library are bundled, so most of them are not even loaded
([decisions](decisions.md)).

## Why each is there

Brings: further packages, some of which others bring too. KB: files of the package alone, and with what it brings.

| package | version | licence | brings | KB | KB with these | for |
| --- | --- | --- | ---: | ---: | ---: | --- |
${rows.join('\n')}

## All packages by licence

${byLicence(all, lock)}
`
  return format(text, { ...(await resolveConfig(join(root, PAGE))), parser: 'markdown' })
}

/** Paths of all that a user of qparse installs. (A package that another would only like to have, npm does not install.) */
export const installedWith = (lock) =>
  new Set(Object.keys(lock[''].dependencies).flatMap((name) => [...broughtBy(name, lock)]))

/** Paths in the lock file of a package and of all that it brings, itself first. */
function broughtBy(name, lock) {
  const found = new Set()
  const add = (asked, from, optional) => {
    const path = resolvedFrom(from, asked, lock)
    if (path === undefined) {
      if (optional) return
      throw new Error(`${asked} is not in the lock file`)
    }
    if (found.has(path)) return
    found.add(path)
    const { dependencies = {}, optionalDependencies = {} } = lock[path]
    for (const next of Object.keys(dependencies)) add(next, path, false)
    for (const next of Object.keys(optionalDependencies)) add(next, path, true)
  }
  add(name, '', false)
  return found
}

/** Where Node finds a package from another one: in its own node_modules or those above. */
function resolvedFrom(from, name, lock) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (lock[path]) return path
    if (folder === '') return undefined
  }
}

/** Bytes of the files of one package, without those of packages in it. */
function sizeOf(folder) {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    size += entry.isDirectory() ? sizeOf(path) : readFileSync(path).length
  }
  return size
}

/** A line a licence: how many packages have it, and which. */
function byLicence(paths, lock) {
  const lists = new Map()
  for (const path of paths) {
    const { license, version } = lock[path]
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    lists.set(license, [...(lists.get(license) ?? []), `${name} ${version}`])
  }
  return [...lists]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([license, names]) => `- **${license}** (${names.length}): ${names.sort().join(', ')}`)
    .join('\n')
}

async function main(check) {
  const page = await dependenciesPage('.')
  if (!check) return writeFileSync(PAGE, page)
  if (readFileSync(PAGE, 'utf8') === page) return
  console.error(`${PAGE} is out of date: npm run dependencies`)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))
