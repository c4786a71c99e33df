import type { Result, Round, VerdictStance } from '@cahier/core'
import { countRound } from './count-round.ts'
import { countedAs, membersCounted } from './count-stances.ts'
import type { Count } from './method.ts'
import { decide } from './methods/index.ts'

/**
 * Whether nothing that silent members could still say, or leave unsaid, would give a round another
 * result than `result` on its last day. Those who have spoken are taken at their word, and rulings
 * too; members who left may come back. Exact for every method.
 */
export function isSettled(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  result: Result,
): boolean {
  const silent = membersCounted(round).filter(
    (member) => countedAs(round.rulings, member, stances[member]) === 'silent',
  )
  const weight = silent.reduce((total, member) => total + (round.electorate[member] ?? 0), 0)
  return furthest(countRound(round, stances), silent.length, weight).every(
    (count) => decide(count, round.rule).result === result,
  )
}

/**
 * What the count may become at its furthest: the silent say nothing, all consent with a
 * reservation, or all object. When these give one result, so does all that lies between: by every
 * rule, what is adopted stays so with an objection less or a consent more, a quorum with an answer
 * more, a blocking with an objection more. Lazy consensus alone turns at the first objection, to
 * another rule whose quorum nobody else may fill.
 */
function furthest(now: Count, silent: number, weight: number): readonly Count[] {
  if (silent === 0) return [now]
  return [
    now,
    {
      ...now,
      reservations: now.reservations + silent,
      ...(now.weight && { weight: { ...now.weight, inFavour: now.weight.inFavour + weight } }),
    },
    { ...now, objections: now.objections + silent },
    { ...now, objections: now.objections + 1 },
  ]
}
