import type { Plan, Proposal } from '@cahier/core'
import { refusedAmendment } from './amendment-messages.ts'

/** Why nothing can be changed any more in a proposal that was withdrawn, or merged into another; `null` for one that lives. */
export function givenUp({ id, document, withdrawn, replacedBy }: Proposal): Plan | null {
  if (withdrawn !== null) return refusedAmendment(document.path, 'withdrawn', { id })
  return replacedBy === '' ? null : refusedAmendment(document.path, 'merged', { id, by: replacedBy })
}
