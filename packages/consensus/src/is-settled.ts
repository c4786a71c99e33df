import type { Result, Round, VerdictStance } from '@cahier/core'
import { countRound } from './count-round.ts'
import { countedAs, membersCounted } from './count-stances.ts'
import type { Count } from './method.ts'
import { decide } from './methods/index.ts'
import { turningPoints } from './turning-points.ts'

/**
 * Whether nothing that silent members could still say, or leave unsaid, would give a round another result than `result` on its last day.
 * Those who have spoken are taken at their word, and rulings too; members who left may come back. Exact for every method: between
 * the numbers tried, no result can turn.
 */
export function isSettled(round: Round, stances: Readonly<Record<string, VerdictStance>>, result: Result): boolean {
  const silent = membersCounted(round).filter((member) => countedAs(round.rulings, member, stances[member]) === 'silent')
  const weights = silent.map((member) => round.electorate[member] ?? 0).sort((a, b) => a - b)
  return completions(countRound(round, stances), round, weights).every((count) => decide(count, round.rule).result === result)
}

/** What the count may become: so many of the silent consent, so many object, so many abstain; the others say nothing. */
function completions(now: Count, { rule }: Round, weights: readonly number[]): readonly Count[] {
  const silent = weights.length
  return upTo(silent).flatMap((yes) =>
    withConsents(now, weights, yes).flatMap((consenting) => {
      const rest = silent - yes
      return within(turningPoints(rule, consenting, 'objections'), rest).flatMap((no) => {
        const divided = { ...consenting, objections: consenting.objections + no }
        return within(turningPoints(rule, divided, 'abstentions'), rest - no).map((abstentions) => ({
          ...divided,
          abstentions: divided.abstentions + abstentions,
        }))
      })
    }),
  )
}

// Without a reservation or with some; where the rule weighs, those who weigh least or most: no choice of members lies outside.
function withConsents(now: Count, weights: readonly number[], yes: number): readonly Count[] {
  const { weight } = now
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)
  const loads = weight === undefined ? [0] : [sum(weights.slice(0, yes)), sum(weights.slice(weights.length - yes))]
  return loads.flatMap((load) =>
    (yes === 0 ? [0] : [0, yes]).map((reserved) => ({
      ...now,
      consents: now.consents + yes - reserved,
      reservations: now.reservations + reserved,
      ...(weight !== undefined && { weight: { ...weight, inFavour: weight.inFavour + load } }),
    })),
  )
}

function within(points: readonly number[], most: number): readonly number[] {
  return [...new Set([0, most, ...points.filter((point) => point > 0 && point < most)])]
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, index) => index)
}
