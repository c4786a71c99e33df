import type { DecisionRule, Threshold } from '@cahier/core'
import { inFavour } from './in-favour.ts'
import type { Count } from './method.ts'
import { fewest, spoken, widest } from './quorum.ts'

/**
 * How many objections, or abstentions, more could make a rule decide otherwise on a count: each number at which one of its conditions may turn,
 * and its neighbours. Between them nothing turns.
 */
export function turningPoints(rule: DecisionRule, count: Count, more: 'objections' | 'abstentions'): readonly number[] {
  const { members, objections, abstentions } = count
  const heard = spoken(count)
  const yes = inFavour(count)
  const against = heard - yes - abstentions
  const quorums = [rule.quorum, rule.answered as Threshold | undefined].flatMap((share) => (share ? [fewest(members, share)] : []))
  const missing = rule['missing-at-most'] === undefined ? [] : [members - Number(rule['missing-at-most'])]
  const base = rule.of === 'expressed' ? heard - abstentions : heard
  const share = rule.method === 'majority' ? widest(yes, rule as unknown as Threshold) : null
  const points = [
    ...[...quorums, ...missing].map((needed) => needed - heard),
    ...(share === null ? [] : [share - base]),
    ...(more === 'objections' ? [-objections, Number(rule.n ?? 0) - objections, yes - against] : []),
  ]
  const otherwise = rule.otherwise === undefined ? [] : turningPoints(rule.otherwise as DecisionRule, count, more)
  return [...points.flatMap((point) => [point - 1, point, point + 1]), ...otherwise]
}
