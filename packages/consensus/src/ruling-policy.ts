import type { DecisionPolicy, MessageData, Ruling } from '@cahier/core'

/** Why the programme does not let a ruling be given: a message of `roundMessages`; `null` when it does. */
export function againstPolicy(
  { ruling, by }: Pick<Ruling, 'ruling' | 'by'>,
  { rulings: allowed, facilitators }: DecisionPolicy,
): { readonly message: 'rulingNotAllowed' | 'noFacilitator'; readonly data: MessageData } | null {
  if (!allowed.includes(ruling)) return { message: 'rulingNotAllowed', data: { ruling, allowed } }
  return facilitators.includes(by) ? null : { message: 'noFacilitator', data: { id: by, facilitators } }
}
