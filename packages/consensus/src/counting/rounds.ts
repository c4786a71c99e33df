import type { DecisionPolicy, Document, MessageData, Programme, Round, Ruling } from '@cahier/core'
import { decisionsOn } from '../find-by-id.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'
import { keyringOf } from '../signatures/stance-signatures.ts'

/** The voting rounds of a proposal as on a day, oldest first. */
export function roundsOf(programme: Programme, proposal: string, day: string): readonly Round[] {
  const { rounds = [] } = decisionsOn(programme, proposal) ?? {}
  const known = rounds.filter(({ opened }) => opened <= day)
  return known.map((round) => {
    const outcome = round.outcome !== null && round.outcome.closed > day ? null : round.outcome
    const finalPeriod = round.finalPeriod?.filter((began) => began <= day)
    // In an open round, a ruling (facilitator's decision) is left out when the present policy or
    // keys refuse it.
    const isGiven = (ruling: Ruling) =>
      ruling.date <= day &&
      (round.outcome !== null || rulingFault(programme, round, ruling, day) === null)
    return {
      ...round,
      ...(finalPeriod && { finalPeriod }),
      outcome,
      rulings: round.rulings.filter(isGiven),
    }
  })
}

/**
 * Returns an open round, whatever its text. Returns a closed round only when its text is `digest`.
 * Returns null for a round that closed as void.
 */
export function countingRound(round: Round | null, digest: string): Round | null {
  if (round === null || round.outcome === null) return round
  return round.text === digest && round.outcome.result !== 'void' ? round : null
}

/** The JSON pointer of a round in its file, where rounds may be in any order. */
export function roundPointer({ head }: Document, { opened }: Round): string {
  const { rounds } = head as { readonly rounds: readonly { readonly opened: string }[] }
  return `/rounds/${rounds.findIndex((round) => round.opened === opened)}`
}

/** Why a ruling has no effect: a key of `roundMessages`, and the wrong field of the ruling. */
interface RulingFault {
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
