import type { Deadline } from '../tree/nodes.js'
import type { AssignmentPlace, UnitPlace } from './flatten.js'
import type { Cover } from './scope.js'

/** The times of a run of label lines that lie outermost in it. */
interface RunTimes {
  readonly first: { readonly index: number; readonly until: string }
  readonly last: { readonly index: number; readonly until: string }
}

/** 完成时限 of the covering assignments, or of a time line in their run, by unit. */
export function assignedDates(
  places: readonly UnitPlace[],
  assigned: readonly AssignmentPlace[],
  covers: ReadonlyMap<AssignmentPlace, Cover>,
): Map<number, string> {
  const dates = new Map<number, string>()
  const runs = timesOfRuns(places)
  for (const place of assigned) {
    const cover = covers.get(place)
    const until = besides(runs[place.index], place.index) ?? untilOf(place.assignment.deadlines)
    if (!cover || !until) continue
    for (let index = cover.from; index <= cover.to; index++) dates.set(index, until)
  }
  return dates
}

/** 牵头部门:… / 完成时限:…: what a label line beside an assignment's own says; one behind it goes before. */
const besides = (run: RunTimes | undefined, index: number): string | undefined => {
  if (!run) return undefined
  if (run.last.index > index) return run.last.until
  return run.first.index < index ? run.first.until : undefined
}

const untilOf = (times: readonly Deadline[]): string | null | undefined =>
  times.findLast(({ kind, until }) => (kind === 'by' || kind === 'period') && until !== null)?.until

/** For every unit in a run of label lines, the times that the run's lines state. */
function timesOfRuns(places: readonly UnitPlace[]): (RunTimes | undefined)[] {
  const runs: (RunTimes | undefined)[] = []
  for (let from = 0; from < places.length; from++) {
    let to = from
    let times: RunTimes | undefined
    for (; places[to]?.unit.label === 'A'; to++) {
      const facts = (places[to] as UnitPlace).unit.children
      const until = untilOf(facts.filter((fact): fact is Deadline => fact.type === 'deadline'))
      if (!until) continue
      const line = { index: to, until }
      times = { first: times?.first ?? line, last: line }
    }
    for (; from < to; from++) runs[from] = times
  }
  return runs
}
