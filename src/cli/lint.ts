import { compileNames } from '../compile/compile-names.js'
import { baseLexicon } from '../grammar/index.js'
import { LINT_FORMATS, type LintFormat, REPORTS } from '../lint/formats/index.js'
import { pretty } from '../lint/formats/pretty.js'
import { lint } from '../lint/lint.js'
import { activeRules, type CheckedDocument, countFindings } from '../lint/report.js'
import { isSettingFault, type Settings, settingsOf } from '../lint/settings.js'
import { type Config, CONFIG_FILE, isConfigFault, readConfig } from '../readers/config-file.js'
import { registryHead } from '../registry/head.js'
import { AtomicFile } from '../writers/atomic.js'
import { named } from './output.js'
import { CommandError, FAILED, FOUND, OK, paletteFor, type Ui } from './ui.js'
import { readDate, readWords } from './words.js'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly rule?: readonly string[]
  readonly config?: string
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly date?: string
  readonly lexicon?: readonly string[]
}

/** `qparse lint FILES…`: what is wrong with texts as drafts. Findings to standard output, the count to standard error. */
export async function lintCommand(files: readonly string[], options: Options, ui: Ui): Promise<number> {
  if (files.length === 0) throw new CommandError('usage-no-files')
  const format = chooseFormat(options.format)
  const config = await configOf(options.config)
  const settings = chooseSettings(config, options.rule)
  const limit = chooseLimit(config, options.maxWarnings)
  const referenceDate = readDate(options.date, ui.say('a-date'))
  const words = await readWords(options.lexicon)
  const lexicon = words.reduce((all, more) => all.extend(more), baseLexicon())

  const out = await openOutput(options.output, ui)
  const documents: CheckedDocument[] = []
  let status = OK
  try {
    const palette = await paletteFor(process.stdout, ui.color && out.terminal)
    for await (const { document, text, unopened } of compileNames(files, { referenceDate, words })) {
      const failures = document.diagnostics.filter(({ severity }) => severity === 'error')
      if (failures.length > 0) status = Math.max(status, unopened ? FAILED : FOUND)
      const all = text === null ? [] : lint(document, text, { settings, lexicon })
      const findings = options.quiet ? all.filter(({ severity }) => severity === 'error') : all
      const checked = { id: document.id, source: document.source, failures, findings }
      documents.push(checked)
      const shown = { language: ui.language, palette, width: ui.width }
      if (format === 'pretty') await out.write(pretty(checked, text, shown))
      if (unopened && !out.terminal) ui.err(pretty({ ...checked, findings: [] }, text, shown).trimEnd())
    }
    if (format !== 'pretty') {
      const report = { generator: registryHead(words).generator, rules: activeRules(settings), documents }
      await out.write(REPORTS[format](report, ui.language))
    }
    await out.close()
  } catch (error) {
    await out.abandon()
    throw error
  }
  const { error, warning, info } = countFindings(documents)
  if (error > 0 || (limit !== null && warning > limit)) status = Math.max(status, FOUND)
  if (!options.quiet) ui.err(ui.say('lint-summary', { error, warning, info, documents: documents.length }))
  if (limit !== null && warning > limit) ui.err(ui.palette.red(ui.say('lint-too-many', { warning, limit })))
  return status
}

function chooseFormat(asked = 'pretty'): LintFormat {
  const format = LINT_FORMATS.find((name) => name === asked)
  if (format) return format
  throw new CommandError('usage-value', {
    value: asked,
    option: '--format',
    allowed: LINT_FORMATS.join(', '),
  })
}

/** The settings file that was named, or the one of the folder where there is one. */
async function configOf(named: string | undefined): Promise<Config> {
  const path = named ?? CONFIG_FILE
  const config = await readConfig(path)
  if (!isConfigFault(config)) return config
  switch (config.kind) {
    case 'missing':
      if (named === undefined) return {}
      throw new CommandError('config-unreadable', { path, reason: 'ENOENT' })
    case 'unreadable':
      throw new CommandError('config-unreadable', { path, reason: config.reason })
    case 'syntax':
      throw new CommandError('config-syntax', { path, line: config.line, reason: config.reason })
    case 'shape':
      throw new CommandError('config-shape', { path, place: config.place, reason: config.reason })
  }
}

/** The rules' own severities, changed by the settings file, then by `--rule NAME=LEVEL`. */
function chooseSettings(config: Config, rules: readonly string[] = []): Settings {
  const asked = Object.entries(config.lint?.rules ?? {})
  for (const rule of rules) {
    const [name = '', level = '', ...more] = rule.split('=')
    if (name === '' || level === '' || more.length > 0) {
      throw new CommandError('usage-value', {
        value: rule,
        option: '--rule',
        allowed: 'NAME=off|info|warning|error',
      })
    }
    asked.push([name, level])
  }
  const settings = settingsOf(asked)
  if (!isSettingFault(settings)) return settings
  const { value, known } = settings
  throw new CommandError('usage-value', { value, option: '--rule', allowed: known })
}

function chooseLimit(config: Config, asked: string | undefined): number | null {
  if (asked === undefined) return config.lint?.maxWarnings ?? null
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  throw new CommandError('usage-value', { value: asked, option: '--max-warnings', allowed: '0, 1, 2 …' })
}

interface Output {
  /** Whether colours may be shown. */
  readonly terminal: boolean
  write(text: string): Promise<void>
  close(): Promise<void>
  abandon(): Promise<void>
}

/** Standard output, or a file that appears whole or not at all. */
async function openOutput(path: string | undefined, ui: Ui): Promise<Output> {
  if (path === undefined || path === '-') {
    return { terminal: true, write: ui.out, close: async () => undefined, abandon: async () => undefined }
  }
  const file = await named(path, AtomicFile.create(path))
  return {
    terminal: false,
    write: (text) => named(path, file.write(text)),
    close: () => named(path, file.commit()),
    abandon: () => file.abandon(),
  }
}
