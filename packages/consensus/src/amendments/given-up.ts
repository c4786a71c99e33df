import type { Plan, Proposal } from '@cahier/core'
import { isWithdrawn } from '../is-withdrawn.ts'
import { refusedAmendment } from './amendment-messages.ts'

/**
 * Why nothing can be changed any more, on that day, in a proposal that was withdrawn, or merged
 * into another; `null` for one that lives.
 */
export function givenUp(proposal: Proposal, day: string): Plan | null {
  const { id, document, replacedBy } = proposal
  if (isWithdrawn(proposal, day)) return refusedAmendment(document.path, 'withdrawn', { id })
  return replacedBy === ''
    ? null
    : refusedAmendment(document.path, 'merged', { id, by: replacedBy })
}
