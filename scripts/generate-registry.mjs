// From schemas/*.schema.json: the types of a registry, a standalone validator, and the schemas as text.
// The list of diagnostic codes in the schema is kept equal to src/diagnostics/codes.ts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { _ } from 'ajv'
import names from 'ajv/dist/compile/names.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build, transformSync } from 'esbuild'
import { compile } from 'json-schema-to-typescript'
import { format } from 'prettier'

const REGISTRY = 'schemas/registry.schema.json'

export async function generateRegistry(out) {
  const schema = await withCodes(JSON.parse(readFileSync(REGISTRY, 'utf8')))
  writeFileSync(join(out, 'registry.ts'), await types(schema))
  const lexicon = JSON.parse(readFileSync('schemas/lexicon.schema.json', 'utf8'))
  await Promise.all([
    validator(schema, 'validate-registry', out),
    validator(lexicon, 'validate-lexicon', out),
    validator(JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')), 'validate-config', out),
  ])
  schemaTexts(out)
}

/** The schema with the codes of today; the file is rewritten only where they changed. */
async function withCodes(schema) {
  const { code } = transformSync(readFileSync('src/diagnostics/codes.ts', 'utf8'), {
    loader: 'ts',
    format: 'esm',
  })
  const { CODES } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
  const codes = Object.keys(CODES).sort()
  if (schema.$defs.diagnosticCode.enum.join() !== codes.join()) {
    schema.$defs.diagnosticCode.enum = codes
    writeFileSync(REGISTRY, await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }))
  }
  return schema
}

/** A description beside a $ref would make a second type of the same shape, so types take that of the definition. */
function types(schema) {
  const bare = JSON.parse(JSON.stringify(schema), (_key, value) =>
    value?.$ref ? { $ref: value.$ref } : value,
  )
  return compile(bare, 'Registry', {
    additionalProperties: false,
    bannerComment: '// Generated from schemas/registry.schema.json.',
    style: { semi: false, singleQuote: true, printWidth: 110 },
  })
}

/** Faults after which a list or the keys of an object are not looked through any further: each costs memory, and joining them time. */
const ENOUGH = 1000

/** The loop over an object's keys that ajv writes for `additionalProperties`; no keyword of ours stands in it. */
const KEYS = /for\(const key\d+ in data\d*\)\{/g

/** ajv's standalone code still asks for its runtime by `require`, so it is bundled at once. */
async function validator(schema, name, out) {
  const ajv = new Ajv2020({ allErrors: true, code: { source: true, esm: true } })
  addFormats.default(ajv)
  // Stands in the schema of a list's items, so its code stands in the loop over them.
  const stop = ({ gen }) => gen.if(_`${names.default.errors} > ${ENOUGH}`, () => gen.break())
  ajv.addKeyword({ keyword: 'enough', code: stop })
  const bounded = JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'items' ? { ...value, enough: true } : value,
  )
  const contents = standaloneCode
    .default(ajv, ajv.compile(bounded))
    .replaceAll(KEYS, (loop) => `${loop}if(${names.default.errors} > ${ENOUGH})break;`)
  await build({
    stdin: { contents, resolveDir: process.cwd(), sourcefile: `${name}.mjs` },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile: join(out, `${name}.js`),
    logLevel: 'error',
  })
  writeFileSync(
    join(out, `${name}.d.ts`),
    `import type { ValidateFunction } from 'ajv'\n\ndeclare const validate: ValidateFunction\nexport default validate\n`,
  )
}

/** `qparse schema NAME` prints these. */
function schemaTexts(out) {
  const files = readdirSync('schemas').filter((name) => name.endsWith('.schema.json'))
  const texts = Object.fromEntries(
    files.sort().map((name) => [basename(name, '.schema.json'), readFileSync(join('schemas', name), 'utf8')]),
  )
  const body = `/** The schemas as they stand in schemas/. */\nconst schemas: Readonly<Record<string, string>> = ${JSON.stringify(texts, null, 1)}\n\nexport default schemas\n`
  writeFileSync(join(out, 'schemas.ts'), body)
}
