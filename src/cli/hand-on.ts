import type { Command } from 'commander'
import { again } from './again.js'
import type { MessageName } from './messages.js'
import type { Ui } from './ui.js'

type Done = (status: number) => void

/** Options of `query` that may be given several times. */
const FILTERS: readonly (readonly [flags: string, about: MessageName])[] = [
  ['--body <name>', 'opt-body'],
  ['--role <role>', 'opt-role'],
  ['--type <type>', 'opt-type'],
  ['--section <id>', 'opt-section'],
  ['--document <name>', 'opt-document'],
  ['--has <what>', 'opt-has'],
  ['--lacks <what>', 'opt-lacks'],
  ['--metric <words>', 'opt-metric'],
  ['--text <words>', 'opt-text'],
]

/** `qparse query REGISTRY…` */
export function addQuery(program: Command, ui: Ui, done: Done): void {
  const { say } = ui
  const command = program
    .command('query')
    .description(say('about-query'))
    .argument('<registries...>', say('arg-registries'))
  for (const [flags, about] of FILTERS) command.option(flags, say(about), again)
  command
    .option('--due-before <date>', say('opt-due-before'))
    .option('--due-after <date>', say('opt-due-after'))
    .option('--group-by <what>', say('opt-group-by'))
    .option('--sort <by>', say('opt-sort'))
    .option('--reverse', say('opt-reverse'))
    .option('--limit <count>', say('opt-limit'))
    .option('--width <columns>', say('opt-width'))
    .option('-f, --format <format>', say('opt-query-format'))
    .option('-o, --output <file>', say('opt-file'))
    .option('--sources <folder>', say('opt-sources'))
    .option('-q, --quiet', say('opt-quiet'))
    .action(async (files: string[], options) => {
      const { queryCommand } = await import('./query.js')
      const { readFilter, readQueryOptions } = await import('./query-filter.js')
      done(await queryCommand(files, readFilter(options, ui), readQueryOptions(options), ui))
    })
}

/** `qparse merge REGISTRY…` */
export function addMerge(program: Command, ui: Ui, done: Done): void {
  const { say } = ui
  program
    .command('merge')
    .description(say('about-merge'))
    .argument('<registries...>', say('arg-registries'))
    .option('-f, --format <format>', say('opt-format'))
    .option('-o, --output <path>', say('opt-output'))
    .option('--strict', say('opt-merge-strict'))
    .option('-q, --quiet', say('opt-quiet'))
    .action(async (files: string[], options) => {
      const { mergeCommand } = await import('./merge.js')
      done(await mergeCommand(files, options, ui))
    })
}

/** `qparse convert REGISTRY… -f FORMAT` */
export function addConvert(program: Command, ui: Ui, done: Done): void {
  const { say } = ui
  program
    .command('convert')
    .description(say('about-convert'))
    .argument('<registries...>', say('arg-registries'))
    .option('-f, --format <format>', say('opt-format'))
    .option('-o, --output <path>', say('opt-output'))
    .option('--sources <folder>', say('opt-sources'))
    .option('-q, --quiet', say('opt-quiet'))
    .action(async (files: string[], options) => {
      const { convertCommand } = await import('./convert.js')
      done(await convertCommand(files, options, ui))
    })
}
