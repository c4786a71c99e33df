import type { Round, VerdictStance } from '@cahier/core'
import { countedAs, countStances, membersCounted } from './count-stances.ts'
import { daysBetween } from './days-between.ts'
import { finalDaysOf } from './final-period.ts'
import type { Count } from './method.ts'
import { ruleThatAsks } from './methods/index.ts'

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
    ...(ruleThatAsks(round.rule, 'notified') !== null && { told: toldIn(round, until) }),
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
function toldIn(
  { notified, opened, closes, ...round }: Round,
  until: string,
): NonNullable<Count['told']> {
  const days = membersCounted(round)
    .flatMap((member) => notified[member] ?? [])
    .filter((day) => day <= closes)
  const last = [opened, ...days].sort().at(-1) ?? opened
  return { members: days.length, days: Math.max(0, daysBetween(last, until)) }
}
