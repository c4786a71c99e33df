import type { Document, Finding, MessageData, Programme, Round } from '@cahier/core'
import { roundPointer } from '../counting/rounds.ts'
import { recordedRounds } from '../find-by-id.ts'
import { type ContributionMessage, contributionFinding } from './contribution-messages.ts'

/** A round (a vote) after a contribution; `old` is the same round before the contribution. */
export interface RoundPair {
  readonly proposal: string
  readonly document: Document
  readonly round: Round
  readonly isLast: boolean
  readonly old: Round | undefined
  readonly finding: (
    field: string,
    message: ContributionMessage,
    data?: MessageData,
    severity?: Finding['severity'],
  ) => Finding
}

export function roundPairs(before: Programme, now: Programme): readonly RoundPair[] {
  return now.decisions.flatMap(({ proposal, rounds, document }) => {
    const earlier = recordedRounds(before, proposal)
    return rounds.map((round, index) => {
      const isLast = index === rounds.length - 1
      const finding: RoundPair['finding'] = (field, message, data, severity) =>
        contributionFinding(
          document,
          `${roundPointer(document, round)}/${field}`,
          message,
          data,
          severity,
        )
      return { proposal, document, round, isLast, old: earlier[index], finding }
    })
  })
}
