import type { Document, Round } from '@cahier/core'

/**
 * The round that what is said of a text counts in: none once it has closed on an earlier text, or
 * on none; then everyone is to be asked again.
 */
export function countingRound(round: Round | null, digest: string): Round | null {
  if (round === null || round.outcome === null) return round
  return round.text === digest && round.outcome.result !== 'void' ? round : null
}

/**
 * Where a round stands in its file: rounds are read in the order they opened, whatever their order
 * there.
 */
export function roundPointer({ head }: Document, { opened }: Round): string {
  const { rounds } = head as { readonly rounds: readonly { readonly opened: string }[] }
  return `/rounds/${rounds.findIndex((round) => round.opened === opened)}`
}
