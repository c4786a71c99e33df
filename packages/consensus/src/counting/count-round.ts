import type { Result, Round, VerdictStance } from '@cahier/core'
import { decide, ruleThatAsks } from '../methods/index.ts'
import { daysBetween } from '../words/days.ts'
import { countedAs, countStances, membersCounted } from './count-stances.ts'
import { finalDaysOf } from './final-period.ts'
import type { Count } from './method.ts'

/**
 * All that the rule of a round counts: its stances and, where the rule asks, weights, who was told,
 * the final period. Days are whole, and counted until the evening of `until`: the last day of the
 * round, or the eve of an early close.
 */
export function countRound(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  until = round.closes,
): Count {
  const rough = ruleThatAsks(round.rule, 'final-period')
  return {
    ...countStances(round, stances),
    ...(ruleThatAsks(round.rule, 'weight') !== null && { weight: weightOf(round, stances) }),
    ...(ruleThatAsks(round.rule, 'notified') !== null && { told: notifiedIn(round, until) }),
    ...(rough !== null && { finalDays: finalDaysOf(round, rough, stances, until) }),
  }
}

function weightOf(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
): NonNullable<Count['weight']> {
  const members = membersCounted(round)
  const isFor = (member: string) =>
    ['consent', 'reservation'].includes(countedAs(round.rulings, member, stances[member]))
  const sum = (some: readonly string[]) =>
    some.reduce((total, member) => total + (round.electorate[member] ?? 0), 0)
  return {
    inFavour: sum(members.filter(isFor)),
    total: sum(members),
    unknown: members.filter((member) => round.electorate[member] === null).length,
  }
}

// Whoever was told before the text was frozen is told from that day on.
function notifiedIn(
  { notified, opened, closes, ...round }: Round,
  until: string,
): NonNullable<Count['told']> {
  const days = membersCounted(round)
    .flatMap((member) => notified[member] ?? [])
    .filter((day) => day <= closes)
  const last = [opened, ...days].sort().at(-1) ?? opened
  return { members: days.length, days: Math.max(0, daysBetween(last, until)) }
}

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
