import type { DecisionRule } from '@cahier/core'
import { inFavour } from './in-favour.ts'
import type { Count } from './method.ts'
import { fewest, spoken, thresholdOf, widest } from './quorum.ts'

/**
 * How many objections, or abstentions, more could make a rule decide otherwise on a count: each number at which one of its conditions may turn,
 * and its neighbours. Between them nothing turns.
 */
export function turningPoints(rule: DecisionRule, count: Count, more: 'objections' | 'abstentions'): readonly number[] {
  const { members, objections, abstentions } = count
  const heard = spoken(count)
  const yes = inFavour(count)
  const against = heard - yes - abstentions
  const quorums = [rule.quorum, rule.answered].flatMap((share) => (share ? [fewest(members, share)] : []))
  const missing = rule['missing-at-most'] === undefined ? [] : [members - rule['missing-at-most']]
  const base = rule.of === 'expressed' ? heard - abstentions : heard
  const share = rule.method === 'majority' ? widest(yes, thresholdOf(rule)) : null
  const points = [
    ...[...quorums, ...missing].map((needed) => needed - heard),
    ...(share === null ? [] : [share - base]),
    ...(more === 'objections' ? [-objections, (rule.n ?? 0) - objections, yes - against] : []),
  ]
  const otherwise = rule.otherwise === undefined ? [] : turningPoints(rule.otherwise, count, more)
  return [...points.flatMap((point) => [point - 1, point, point + 1]), ...otherwise]
}
