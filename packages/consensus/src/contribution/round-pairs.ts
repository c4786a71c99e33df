import type { Document, Programme, Round } from '@cahier/core'
import { decisionsOn } from '../find-by-id.ts'

/**
 * A round as it is with a contribution. `old` is the same round without the contribution, if it
 * existed.
 */
export interface RoundPair {
  readonly proposal: string
  readonly document: Document
  readonly round: Round
  readonly index: number
  readonly isLast: boolean
  readonly old: Round | undefined
}

export function roundPairs(before: Programme, now: Programme): readonly RoundPair[] {
  return now.decisions.flatMap(({ proposal, rounds, document }) => {
    const earlier = decisionsOn(before, proposal)?.rounds
    return rounds.map((round, index) => {
      const isLast = index === rounds.length - 1
      return { proposal, document, round, index, isLast, old: earlier?.[index] }
    })
  })
}
