import type { Document, Round } from '@cahier/core'

/**
 * Where a round stands in its file: rounds are read in the order they opened, whatever their order
 * there.
 */
export function roundPointer({ head }: Document, { opened }: Round): string {
  const { rounds } = head as { readonly rounds: readonly { readonly opened: string }[] }
  return `/rounds/${rounds.findIndex((round) => round.opened === opened)}`
}
