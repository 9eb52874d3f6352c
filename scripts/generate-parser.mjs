// One grammar as the code of a module. Peggy makes parsers for whole texts, which say what they expected where they
// fail. Rules here are run at thousands of offsets of one text and a failure says nothing, so the code is cut down:
//
//   run(rule, text, offset, options) → { value, end } | null
//
// 1. Rules are functions of the module, made once; the text and the options that they read are its variables. So the
//    initializer of a grammar runs once, and may read `options` in its functions alone.
// 2. Nothing is kept of what was expected: neither code nor constants.
// 3. Signs are compared by their codes: one cut out of a Chinese text as a string would be made anew each time.
import peggy from 'peggy'

const RUN = `
export function run(rule, text, offset, given) {
  input = text
  options = given
  peg$currPos = peg$savedPos = offset
  const value = peg$startRuleFunctions[rule]()
  return value === peg$FAILED ? null : { value, end: peg$currPos }
}
`

export function generateParser(grammar, file) {
  const ast = peggy.parser.parse(grammar, {
    grammarSource: file,
    reservedWords: peggy.RESERVED_WORDS.slice(),
  })
  const code = peggy.generate(grammar, {
    grammarSource: file,
    allowedStartRules: ast.rules.map((rule) => rule.name),
    format: 'es',
    output: 'source',
  })
  const literals = new Map(
    [...code.matchAll(/^  const (peg\$c\d+) = (.*);\n/gm)].map(([, name, text]) => [name, text]),
  )
  const classes = [...code.matchAll(/^  const (peg\$r\d+) = \/\^(.*)\/;\n/gm)]
  const rules = between(code, '  const peg$startRuleFunctions = {\n', '  let peg$startRuleFunction = ')
  const actions = code.match(/^  function peg\$f\d+\([\s\S]*?(?=^  let peg\$currPos)/m)?.[0] ?? ''
  const body = between(code, '  function peg$parse', '  peg$result = peg$startRuleFunction();')
    .replace(/^ *if \(peg\$silentFails === 0\) \{ peg\$fail\(peg\$e\d+\); \}\n/gm, '')
    .replace(/^ *peg\$silentFails(?:\+\+|--);\n/gm, '')
    .replace(LITERAL, (_, name) => startsWith(name, JSON.parse(literals.get(name))))
    .replace(CLASS, '$1if ($3(input.charCodeAt(peg$currPos))) {$1  $2 = input.charAt(peg$currPos);')
  const left =
    /peg\$(?:e\d|fail|silentFails|maxFail|source|compute|result|r\d+\.test)|\b(?:location|error|expected)\(/.exec(
      body,
    )
  if (left) throw new Error(`${file}: ${left[0]} is not cut out of what peggy made`)
  return [
    ...[...literals].map(([name, text]) => `const ${name} = ${text}\n`),
    ...classes.map(([, name, signs]) => `const ${name} = (code) => ${oneOf(signs)}\n`),
    'const peg$FAILED = {}\n\n',
    "let input = ''\nlet options\nlet peg$currPos = 0\nlet peg$savedPos = 0\n",
    rules,
    actions,
    '  const text = () => input.substring(peg$savedPos, peg$currPos)\n',
    '  const offset = () => peg$savedPos\n',
    '  const range = () => ({ start: peg$savedPos, end: peg$currPos })\n\n',
    body,
    RUN,
  ].join('')
}

const LITERAL = /input\.substr\(peg\$currPos, \d+\) === (peg\$c\d+)/g
const startsWith = (name, text) =>
  `input.charCodeAt(peg$currPos) === ${text.charCodeAt(0)} && input.startsWith(${name}, peg$currPos)`

/** sign = …; if (it fits) → if (its code fits) sign = … */
const CLASS = /(\n *)(s\d+) = input\.charAt\(peg\$currPos\);\n *if \((peg\$r\d+)\.test\(\2\)\) \{/g

/** [0-9年] as comparisons of a code; behind the end of the text it is NaN, which equals nothing. */
function oneOf(signs) {
  const [, not, inside] = /^\[(\^?)(.*)\]$/.exec(signs)
  const codes = [...inside.matchAll(/\\u(....)|\\x(..)|\\(.)|(.)/g)].map(([, u, x, escaped, plain]) =>
    u || x
      ? parseInt(u ?? x, 16)
      : escaped
        ? (ESCAPED[escaped] ?? escaped).charCodeAt(0)
        : plain === '-'
          ? '-'
          : plain.charCodeAt(0),
  )
  const tests = []
  for (let at = 0; at < codes.length; at++) {
    if (codes[at + 1] === '-') tests.push(`(code >= ${codes[at]} && code <= ${codes[(at += 2)]})`)
    else tests.push(`code === ${codes[at]}`)
  }
  return not ? `code >= 0 && !(${tests.join(' || ')})` : tests.join(' || ')
}
const ESCAPED = { n: '\n', r: '\r', t: '\t' }

/** From the first line that begins so to the next that begins otherwise. */
function between(code, from, to) {
  const start = code.search(new RegExp(`^${escape(from)}`, 'm'))
  const end = code.indexOf(`\n${to}`, start) + 1
  if (start < 0 || end === 0) throw new Error(`peggy made no ${(start < 0 ? from : to).trim()}`)
  return code.slice(start, end)
}

const escape = (text) => text.replace(/[$()[\]{}]/g, '\\$&')
