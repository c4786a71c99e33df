import type { DecisionPolicy, MessageData, Programme, Round, Ruling } from '@cahier/core'
import { keyringOf } from '../signatures/keyring.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'

/** Why a ruling has no effect: a key of `roundMessages`, and the wrong field of the ruling. */
export interface RulingFault {
  readonly message: 'rulingNotAllowed' | 'noFacilitator' | 'rulingUnheard'
  readonly data: MessageData
  readonly field: 'ruling' | 'by' | 'signature'
}

/** Why the policy of the programme forbids a ruling; null when the policy allows it. */
export function policyFault(
  { ruling, by }: Pick<Ruling, 'ruling' | 'by'>,
  { rulings: allowed, facilitators }: DecisionPolicy,
): RulingFault | null {
  if (!allowed.includes(ruling))
    return { message: 'rulingNotAllowed', data: { ruling, allowed }, field: 'ruling' }
  return facilitators.includes(by)
    ? null
    : { message: 'noFacilitator', data: { id: by, facilitators }, field: 'by' }
}

/** Why a ruling has no effect on a day, by the policy or the signature; null when it has effect. */
export function rulingFault(
  programme: Pick<Programme, 'manifest' | 'collectives'>,
  round: Pick<Round, 'seal'>,
  ruling: Ruling,
  day: string,
): RulingFault | null {
  const against = policyFault(ruling, programme.manifest.decision)
  if (against !== null) return against
  const why = rulingSignatureFault(round, ruling, day, keyringOf(programme))
  return why === ''
    ? null
    : {
        message: 'rulingUnheard',
        data: { member: ruling.on, by: ruling.by, why },
        field: 'signature',
      }
}
