import { type Positions, type StanceKind, stemOf } from '@cahier/core'

/** What a member said once of a proposal, as a file of positions or a round had it. */
export interface PastStance {
  readonly member: string
  readonly date: string
  readonly stance: StanceKind
  readonly text: string
  readonly argument: string
}

/** What a file of positions says of a proposal. */
export function stancesOn({ document, stances }: Positions, id: string): readonly PastStance[] {
  return stances.flatMap(({ proposal, date, stance, text, argument }) =>
    proposal === id && stance !== null
      ? [{ member: stemOf(document.path), date, stance, text, argument }]
      : [],
  )
}
