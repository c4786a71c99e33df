import type { Document, Programme, Round, Ruling } from '@cahier/core'
import { rulingFault } from './ruling-policy.ts'

/** The rounds of a proposal as known on a day, oldest first. */
export function roundsOf(programme: Programme, proposal: string, day: string): readonly Round[] {
  const { rounds = [] } = programme.decisions.find((one) => one.proposal === proposal) ?? {}
  const known = rounds.filter(({ opened }) => opened <= day)
  return known.map((round) => {
    const outcome = round.outcome !== null && round.outcome.closed > day ? null : round.outcome
    const finalPeriod = round.finalPeriod?.filter((began) => began <= day)
    // In an open round, a forbidden ruling has no effect. In a closed one, the policy of that day
    // applied.
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
 * The round whose stances count for this text. Null when it closed on another text, or closed void.
 */
export function countingRound(round: Round | null, digest: string): Round | null {
  if (round === null || round.outcome === null) return round
  return round.text === digest && round.outcome.result !== 'void' ? round : null
}

/**
 * The JSON pointer of a round in its file. Rounds are sorted by opening day, which may not be their
 * order there.
 */
export function roundPointer({ head }: Document, { opened }: Round): string {
  const { rounds } = head as { readonly rounds: readonly { readonly opened: string }[] }
  return `/rounds/${rounds.findIndex((round) => round.opened === opened)}`
}
