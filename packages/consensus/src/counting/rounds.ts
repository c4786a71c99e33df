import type { Document, Programme, Round, Ruling } from '@cahier/core'
import { decisionsOn } from '../find-by-id.ts'
import { rulingFault } from './ruling-policy.ts'

/** The rounds of a proposal as they were on a day, oldest first. */
export function roundsOf(programme: Programme, proposal: string, day: string): readonly Round[] {
  const { rounds = [] } = decisionsOn(programme, proposal) ?? {}
  const known = rounds.filter(({ opened }) => opened <= day)
  return known.map((round) => {
    const outcome = round.outcome !== null && round.outcome.closed > day ? null : round.outcome
    const finalPeriod = round.finalPeriod?.filter((began) => began <= day)
    // A ruling in an open round is left out when the present policy forbids it.
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
 * The given round, if stances on the text `digest` count in it. Null when the round closed on
 * another text or as void.
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
