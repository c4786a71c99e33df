import type { JudgedStance, Result, Round } from '@cahier/core'
import { decide, ruleNeeding } from '../methods/index.ts'
import { daysBetween } from '../words/days.ts'
import { countedAs, countStances } from './count-stances.ts'
import { finalDaysOf } from './final-period.ts'
import { membersCounted } from './members.ts'
import type { Count } from './method.ts'

/** The count that the rule of a round needs. Days are counted up to `until`, the last whole day. */
export function countRound(
  round: Round,
  stances: Readonly<Record<string, JudgedStance>>,
  until = round.closes,
): Count {
  const rough = ruleNeeding(round.rule, 'final-period')
  return {
    ...countStances(round, stances),
    ...(ruleNeeding(round.rule, 'weight') !== null && { weight: weightOf(round, stances) }),
    ...(ruleNeeding(round.rule, 'notified') !== null && { told: notifiedIn(round, until) }),
    ...(rough !== null && { finalDays: finalDaysOf(round, rough, stances, until) }),
  }
}

function weightOf(
  round: Round,
  stances: Readonly<Record<string, JudgedStance>>,
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

// A notification before the opening counts from the opening day.
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
 * True when the silent members can no longer change the result. Stances and rulings already given
 * are taken as final.
 */
export function isSettled(
  round: Round,
  stances: Readonly<Record<string, JudgedStance>>,
  result: Result,
): boolean {
  const silent = membersCounted(round).filter(
    (member) => countedAs(round.rulings, member, stances[member]) === 'silent',
  )
  const weight = silent.reduce((total, member) => total + (round.electorate[member] ?? 0), 0)
  return extremeCounts(countRound(round, stances), silent.length, weight).every(
    (count) => decide(count, round.rule).result === result,
  )
}

/**
 * The extreme counts still possible. For lazy consensus, which is not monotonic between them, also
 * a count with one new objection.
 */
function extremeCounts(now: Count, silent: number, weight: number): readonly Count[] {
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
