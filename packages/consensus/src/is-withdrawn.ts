import type { Proposal } from '@cahier/core'

/**
 * Whether a proposal is withdrawn on a day: one whose withdrawal is dated ahead stands until then.
 */
export function isWithdrawn({ withdrawn }: Proposal, day: string): boolean {
  return withdrawn !== null && withdrawn.date <= day
}
