import type { Document, Round } from '@cahier/core'

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
