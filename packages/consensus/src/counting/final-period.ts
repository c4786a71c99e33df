import type { DecisionRule, JudgedStance, Round, Ruling } from '@cahier/core'
import { daysBetween } from '../words/days.ts'
import { countedAs, rulingOnStance } from './count-stances.ts'
import { membersCounted } from './members.ts'
import { reaches, requireParameter } from './quorum.ts'

/** The whole days of the final period (no open objection) up to `until`; 0 when it never began. */
export function finalDaysOf(
  round: Round,
  rule: DecisionRule,
  stances: Readonly<Record<string, JudgedStance>>,
  until: string,
): number {
  const began = finalPeriodStart(round, rule, stances)
  return began === null ? 0 : Math.max(0, daysBetween(began, until))
}

/**
 * The day on which the final period began, or null: enough members had answered and no objection
 * was open. A recorded start is valid whatever the number of answers. With `new-concern: restart`,
 * an objection cancels the start until a ruling on it.
 */
export function finalPeriodStart(
  round: Round,
  rule: DecisionRule,
  stances: Readonly<Record<string, JudgedStance>>,
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

/** The day of an answer. `until` is the day of a ruling on an objection, null if there is none. */
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
  return [
    kind === 'ruled'
      ? { from, until: rulingDay(rulingOnStance(rulings, member, stance), from) }
      : { from },
  ]
}

function rulingDay(ruling: Ruling | undefined, from: string): string {
  return ruling === undefined || ruling.date < from ? from : ruling.date
}
