import { Command, CommanderError, Option } from 'commander'
import { printable } from '../diagnostics/width.js'
import { version } from '../generated/version.js'
import { again } from './again.js'
import { addConvert, addMerge, addQuery } from './hand-on.js'
import { askedLanguage, languageOf, type MessageName, type Say } from './messages.js'
import { CommandError, FAILED, makeUi, OK, type Ui } from './ui.js'

const EXAMPLES = `
  qparse plan.txt                          qparse plans/ -o registries/
  qparse 'plans/**/*.txt' -f json > r.json  cat plan.txt | qparse - --date 2024-03-01
  qparse validate r.json --sources plans/  qparse explain plan.txt:36
  qparse lint plan.txt --max-warnings 0    qparse lint plans/ -f sarif -o lint.sarif
  qparse diff plan-2018.txt plan-2023.txt  qparse diff old.json new.json --only target-relaxed --exit-code`

/** Runs the command that the arguments ask for; gives the exit status. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const asked = askedLanguage(args)
  const ui = await makeUi(asked ?? languageOf(process.env), !args.includes('--no-color'), asked)
  let status = OK
  const program = makeProgram(ui, (code) => (status = code))
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    return report(error, ui)
  }
}

function makeProgram(ui: Ui, done: (status: number) => void): Command {
  const { say } = ui
  const program = new Command('qparse')
    .description(say('about'))
    .version(version, '-V, --version', say('opt-version'))
    .addOption(new Option('--lang <en|zh>', say('opt-lang')).choices(['en', 'zh']))
    .option('--no-color', say('opt-no-color'))
    .addHelpText('after', `\n${say('help-examples')}${EXAMPLES}\n\n${say('help-exit')}`)
  speak(program, say)

  program
    .command('compile', { isDefault: true })
    .description(say('about-compile'))
    .argument('[files...]', say('arg-files'))
    .addOption(new Option('-f, --format <format>', say('opt-format')))
    .option('-o, --output <path>', say('opt-output'))
    .option('--strict', say('opt-strict'))
    .option('--date <date>', say('opt-date'))
    .option('--encoding <name>', say('opt-encoding'))
    .option('--emit-text <folder>', say('opt-emit-text'))
    .option('-j, --jobs <count>', say('opt-jobs'))
    .option('--cache <folder>', say('opt-cache'))
    .option('--shard <i/n>', say('opt-shard'))
    .option('--stdin-format <format>', say('opt-stdin-format'))
    .option('-q, --quiet', say('opt-quiet'))
    .option('-v, --verbose', say('opt-verbose'))
    .option('--lexicon <file>', say('opt-lexicon'), again)
    .action(async (files: string[], options) => {
      const { compileCommand } = await import('./compile.js')
      done(await compileCommand(files, options, ui))
    })
  program
    .command('validate')
    .description(say('about-validate'))
    .argument('<registries...>', say('arg-registries'))
    .option('--sources <folder>', say('opt-sources'))
    .option('-q, --quiet', say('opt-quiet'))
    .action(async (files: string[], options) => {
      const { validateCommand } = await import('./validate.js')
      done(await validateCommand(files, options, ui))
    })
  program
    .command('explain')
    .description(say('about-explain'))
    .argument('<file[:line]>', say('arg-place'))
    .option('--date <date>', say('opt-date'))
    .option('--encoding <name>', say('opt-encoding'))
    .option('--lexicon <file>', say('opt-lexicon'), again)
    .action(async (place: string, options) => {
      const { explainCommand } = await import('./explain.js')
      done(await explainCommand(place, options, ui))
    })
  program
    .command('lint')
    .description(say('about-lint'))
    .argument('[files...]', say('arg-files'))
    .option('-f, --format <format>', say('opt-lint-format'))
    .option('-o, --output <path>', say('opt-lint-output'))
    .option('--rule <name=level>', say('opt-rule'), again)
    .option('--config <file>', say('opt-config'))
    .option('--max-warnings <count>', say('opt-max-warnings'))
    .option('-q, --quiet', say('opt-quiet'))
    .option('--date <date>', say('opt-date'))
    .option('--lexicon <file>', say('opt-lexicon'), again)
    .action(async (files: string[], options) => {
      const { lintCommand } = await import('./lint.js')
      done(await lintCommand(files, options, ui))
    })
  program
    .command('diff')
    .description(say('about-diff'))
    .argument('<old>', say('arg-old'))
    .argument('<new>', say('arg-new'))
    .option('-f, --format <format>', say('opt-diff-format'))
    .option('-o, --output <path>', say('opt-diff-output'))
    .option('--only <kind>', say('opt-only'), again)
    .option('--stat', say('opt-stat'))
    .option('--all', say('opt-all'))
    .option('--exit-code', say('opt-exit-code'))
    .option('--date <date>', say('opt-date'))
    .option('-q, --quiet', say('opt-quiet'))
    .option('--lexicon <file>', say('opt-lexicon'), again)
    .action(async (old: string, now: string, options) => {
      const { diffCommand } = await import('./diff.js')
      done(await diffCommand([old, now], options, ui))
    })
  program
    .command('schema')
    .description(say('about-schema'))
    .argument('[name]', say('arg-schema'), 'registry')
    .action(async (name: string) => {
      const { schemaCommand } = await import('./schema.js')
      done(await schemaCommand(name, ui))
    })
  addQuery(program, ui, done)
  addConvert(program, ui, done)
  addMerge(program, ui, done)
  for (const command of program.commands) speak(command, say)
  return program
}

const TITLES: Readonly<Record<string, MessageName>> = {
  'Usage:': 'help-usage',
  'Arguments:': 'help-arguments',
  'Options:': 'help-options',
  'Global Options:': 'help-global',
  'Commands:': 'help-commands',
}

/** Help in the language; faults come as exceptions, so that they are said in it too. */
function speak(command: Command, say: Say): void {
  command
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', say('opt-help'))
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => {
        const name = TITLES[title]
        return name ? say(name) : title
      },
    })
}

/** Says what went wrong and gives the exit status. */
function report(error: unknown, ui: Ui): number {
  const { say, palette } = ui
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return OK
    ui.err(palette.red(usageMessage(error, say)))
    ui.err(say('usage-help'))
  } else if (error instanceof CommandError) {
    ui.err(palette.red(say(error.text, error.values)))
  } else {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    ui.err(palette.red(say('internal', { reason })))
  }
  return FAILED
}

/** Commander speaks English; what it quotes is taken over into our own sentence. */
function usageMessage(error: CommanderError, say: Say): string {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const option = /(--?[\w-]+)(?: <[^>]*>)?$/.exec(name)?.[1] ?? name
  switch (error.code) {
    case 'commander.missingArgument':
      return say('usage-missing-argument', { name })
    case 'commander.unknownOption':
      return say('usage-unknown-option', { name })
    case 'commander.optionMissingArgument':
      return say('usage-option-argument', { name: option })
    case 'commander.excessArguments':
      return say('usage-excess')
    case 'commander.invalidArgument': {
      const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? ''
      return say('usage-value', { option: '--lang', value, allowed: 'en, zh' })
    }
    default:
      return printable(error.message)
  }
}
