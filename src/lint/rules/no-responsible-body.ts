import type { Obligation } from '../../generated/registry.js'
import type { Lexicon } from '../../grammar/index.js'
import { fold } from '../../source/fold.js'
import { defineRule, type Found, type Place } from '../rule.js'

/** How far into a sentence its subject may reach. */
const REACH = 40
const BINDING: ReadonlySet<Obligation['type']> = new Set(['action', 'outcome', 'prohibition'])

type Message = 'none' | 'several' | 'support'

/** A duty for which nobody is named. Those of one section that stand together are one finding. */
export const noResponsibleBody = defineRule<Message>({
  name: 'no-responsible-body',
  severity: 'warning',
  about: { en: 'A duty for which no responsible body is named.', zh: '任务未明确责任单位。' },
  messages: {
    none: { en: 'No body is responsible for this.', zh: '此项任务未明确责任单位。' },
    several: {
      en: 'No body is responsible for this and {more} more in this section.',
      zh: '此项及本节另外 {more} 项任务未明确责任单位。',
    },
    support: {
      en: 'Only supporting bodies are named for this; none leads or is responsible.',
      zh: '此项任务只有配合单位，没有牵头或责任单位。',
    },
  },
  *check({ document, lexicon }) {
    // 教育部门要参与规划: who is the subject of a sentence answers for it.
    const listed = new Set(document.assignments.filter(({ style }) => style !== 'clause').map(({ id }) => id))
    let run: Obligation[] = []
    for (const obligation of document.obligations) {
      if (run[0] && run[0].section !== obligation.section) {
        yield together(run)
        run = []
      }
      const { id, span, assignees } = obligation
      if (!BINDING.has(obligation.type)) continue
      if (assignees.length === 0) {
        if (!namesParty(obligation.text, lexicon)) run.push(obligation)
      } else if (assignees.every(({ role, assignment }) => role === 'support' && listed.has(assignment))) {
        yield { message: 'support', span, obligations: [id] }
      }
    }
    if (run.length > 0) yield together(run)
  },
})

function together(run: readonly Obligation[]): Found<Message> {
  const [first, ...others] = run as [Obligation, ...Obligation[]]
  const obligations = run.map(({ id }) => id)
  if (others.length === 0) return { message: 'none', span: first.span, obligations }
  const related: Place[] = others.map(({ span }) => span)
  return { message: 'several', values: { more: others.length }, span: first.span, related, obligations }
}

/** 企业应当… · 任何单位和个人不得…: the sentence itself says whom it binds, though that is no body of the state. */
function namesParty(text: string, lexicon: Lexicon): boolean {
  const opening = fold(text.slice(0, REACH))
  const modals = lexicon.list('lint.modals')
  for (let at = 2; at < opening.length; at++) {
    const modal = modals.at(opening, at)
    if (modal === undefined || lexicon.list('lint.nomodal').at(opening, at) !== undefined) continue
    if (lexicon.list('lint.nomodalend').endingAt(opening, at + 1) !== undefined) continue
    const clause = opening.slice(Math.max(opening.lastIndexOf(',', at), opening.lastIndexOf(':', at)) + 1, at)
    return isParty(clause, lexicon)
  }
  return false
}

/** Whether words remain when those are taken away that are no party: 同时原则上 · 到2025年 */
function isParty(clause: string, lexicon: Lexicon): boolean {
  let rest = clause.replace(/^[^\u3400-\u9fffa-zA-Z0-9]+/, '')
  for (const list of ['lint.noparty', 'modals.manner'] as const) {
    for (let word = lexicon.list(list).at(rest, 0); word; word = lexicon.list(list).at(rest, 0)) {
      rest = rest.slice(word.length)
    }
    for (
      let word = lexicon.list(list).endingAt(rest, rest.length);
      word;
      word = lexicon.list(list).endingAt(rest, rest.length)
    ) {
      rest = rest.slice(0, -word.length)
    }
  }
  return rest.length >= 2 && !/[年月日前后时]$|^[到自从在]\d/.test(rest)
}
