import {
  type DecisionRule,
  daysBetween,
  type JudgedStance,
  type Result,
  type Round,
  type Verdict,
} from '@cahier/core'
import { decide, ruleNeeding } from '../methods/index.ts'
import { countedAs, countStances, membersCounted, rulingOnStance } from './count-stances.ts'
import { type Count, reaches, requireParameter } from './method.ts'

/**
 * The count that the rule of a round (a vote) needs. Days are counted up to `until`, the last whole
 * day.
 */
export function countRound(round: Round, stances: Verdict['stances'], until = round.closes): Count {
  const finalRule = ruleNeeding(round.rule, 'final-period')
  return {
    ...countStances(round, stances),
    ...(ruleNeeding(round.rule, 'weight') !== null && { weight: weightOf(round, stances) }),
    ...(ruleNeeding(round.rule, 'notified') !== null && { told: notifiedIn(round, until) }),
    ...(finalRule !== null && { finalDays: finalDaysOf(round, finalRule, stances, until) }),
  }
}

function weightOf(round: Round, stances: Verdict['stances']) {
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
function notifiedIn({ notified, opened, closes, ...round }: Round, until: string) {
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
export function isSettled(round: Round, stances: Verdict['stances'], result: Result): boolean {
  const silent = membersCounted(round).filter(
    (member) => countedAs(round.rulings, member, stances[member]) === 'silent',
  )
  const weight = silent.reduce((total, member) => total + (round.electorate[member] ?? 0), 0)
  return extremeCounts(countRound(round, stances), silent.length, weight).every(
    (count) => decide(count, round.rule).result === result,
  )
}

/**
 * The counts to try: the silent members say nothing, all have a reservation, or all object. One
 * more objection is tried too, since it is enough to end a lazy consensus.
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

function finalDaysOf(round: Round, rule: DecisionRule, stances: Verdict['stances'], until: string) {
  const began = finalPeriodStart(round, rule, stances)
  return began === null ? 0 : Math.max(0, daysBetween(began, until))
}

/**
 * The day on which the final period began; null when none has begun. It begins when enough members
 * have answered and no objection is open. A recorded start stays valid, even when fewer answers are
 * left now. With `new-concern: restart`, an open objection cancels the start.
 */
export function finalPeriodStart(
  round: Round,
  rule: DecisionRule,
  stances: Verdict['stances'],
): string | null {
  const answers = membersCounted(round).flatMap((member) =>
    answerOf(round, member, stances[member]),
  )
  const members = membersCounted(round).length
  const restarts = rule['new-concern'] === 'restart'
  const recorded = round.finalPeriod ?? []
  const days = [
    ...new Set([
      round.opened,
      ...recorded,
      ...answers.flatMap(({ from, until }) => [from, until ?? '']),
    ]),
  ]
    .filter((day) => day >= round.opened && day <= round.closes)
    .sort()
  let began: string | null = null
  for (const day of days) {
    const answerCount = answers.filter(({ from }) => from <= day).length
    const isOpen = answers.some(
      ({ from, until }) => until !== undefined && from <= day && (until === null || until > day),
    )
    const mayBegin =
      reaches(answerCount, members, requireParameter(rule.answered)) &&
      members - answerCount <= requireParameter(rule['missing-at-most']) &&
      !isOpen
    if (isOpen && restarts) began = null
    else if (recorded.includes(day) && !isOpen) began = day
    else if (mayBegin) began ??= day
  }
  return began
}

/**
 * The day of an answer. Only an objection has `until`, the day of the ruling on it. `until` is null
 * while the objection is open.
 */
interface AnswerPeriod {
  readonly from: string
  readonly until?: string | null
}

function answerOf(
  { opened, rulings }: Round,
  member: string,
  stance: JudgedStance | undefined,
): AnswerPeriod[] {
  const kind = countedAs(rulings, member, stance)
  if (stance === undefined || kind === 'silent') return []
  const from = stance.date < opened ? opened : stance.date
  if (kind === 'objection') return [{ from, until: null }]
  if (kind !== 'ruled') return [{ from }]
  const ruled = rulingOnStance(rulings, member, stance)?.date
  return [{ from, until: ruled !== undefined && ruled > from ? ruled : from }]
}
