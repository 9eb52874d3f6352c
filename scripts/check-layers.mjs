// Hold ARCHITECTURE.md's layering, "only src/cli prints or exits" and the 400-line limit.
import { readFileSync, readdirSync } from 'node:fs'
import { checkLayers } from './layers.mjs'

const FOLDERS = ['src', 'test', 'scripts', 'bench', 'grammars']
const CHECKED = /\.(?:ts|mts|mjs|js|peggy)$/

const files = new Map()
for (const folder of FOLDERS) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')
    if (entry.isFile() && CHECKED.test(file) && !file.startsWith('src/generated/'))
      files.set(file, readFileSync(file, 'utf8'))
  }
}

const problems = checkLayers(files)
for (const { file, line, message } of problems) console.error(`${file}:${line}  ${message}`)
if (problems.length > 0) process.exitCode = 1
else console.log(`${files.size} files keep to their layers`)
