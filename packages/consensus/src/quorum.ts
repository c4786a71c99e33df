import type { DecisionRule, Threshold } from '@cahier/core'
import type { Count } from './method.ts'

/** Whether a share is reached, in exact integers: `part·den ≥ num·base`, or `>` where the threshold says more than. */
export function reaches(part: number, base: number, threshold: Threshold): boolean {
  const atLeast = 'at-least' in threshold
  const [numerator, denominator] = fractionOf(atLeast ? threshold['at-least'] : threshold['more-than'])
  const left = BigInt(part) * denominator
  const right = numerator * BigInt(base)
  return base > 0 && (atLeast ? left >= right : left > right)
}

/** The fewest members that reach a share of a base. */
export function fewest(base: number, threshold: Threshold): number {
  let part = 0
  while (part <= base && !reaches(part, base, threshold)) part++
  return part
}

/** How many have spoken: abstentions count for the quorum, silence does not. */
export function spoken(count: Count): number {
  return count.consents + count.reservations + count.objections + count.abstentions
}

/** Whether enough have spoken and enough have consented; a rule without either is met. Reservations are consents with a remark. */
export function quorumFailure(count: Count, rule: DecisionRule): 'quorum' | 'minimumConsents' | null {
  if (rule.quorum !== undefined && !reaches(spoken(count), count.members, rule.quorum)) return 'quorum'
  const minimum = rule['minimum-consents']
  if (minimum !== undefined && count.consents + count.reservations < minimum) return 'minimumConsents'
  return null
}

function fractionOf(ratio: string): [bigint, bigint] {
  const match = /^(\d+)\/(\d+)$/.exec(ratio)
  if (match === null) throw new RangeError(`not a fraction: ${ratio}`)
  return [BigInt(match[1] as string), BigInt(match[2] as string)]
}
