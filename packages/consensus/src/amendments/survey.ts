import type { Amendment, Programme } from '@cahier/core'
import { collisions, conflictGroups, type Hunk, type Misplaced, type Relation } from '@cahier/prose'
import { type Amended, amendmentsTo } from './amended.ts'
import { hunksAsWritten, placeAmendment, type TextOf } from './place-amendment.ts'
import { wasAdopted } from './taken.ts'

/** The amendments to one text: where each stands in it, and how they stand to each other. */
export interface Survey {
  /** By id. */
  readonly amendments: readonly SurveyedAmendment[]
  /**
   * Ids of those that have their place in the text and are not in it already: they are what pairs
   * are made of.
   */
  readonly standing: readonly string[]
  /** Pairs that touch one sentence or neighbouring ones; all others stand apart. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly relation: Relation }[]
  /** What is decided together: undecided amendments tied by conflicts. */
  readonly groups: readonly (readonly string[])[]
}

export interface SurveyedAmendment {
  readonly amendment: Amendment
  /**
   * In the coordinates of the current text when it is placed and not adopted, else of the text it
   * starts from when that is known.
   */
  readonly hunks: readonly Hunk[]
  /** `null` when it has its place, or is in the text already. */
  readonly misplaced: Misplaced | null
}

/**
 * Places every amendment to a text, and relates them. What was adopted is in the text, and stands
 * against nothing.
 */
export function surveyAmendments(programme: Programme, amended: Amended, textOf: TextOf): Survey {
  const amendments = amendmentsTo(programme, amended.id).map((amendment): SurveyedAmendment => {
    const asWritten = () => hunksAsWritten(programme, amended, amendment, textOf)
    if (wasAdopted(amendment)) return { amendment, hunks: asWritten(), misplaced: null }
    const placed = placeAmendment(programme, amended, amendment, textOf)
    return 'misplaced' in placed
      ? { amendment, hunks: asWritten(), misplaced: placed }
      : { amendment, hunks: placed.hunks, misplaced: null }
  })
  const standing = amendments.filter(isStanding)
  const idOf = (index: number) => standing[index]?.amendment.id ?? ''
  const pairs = collisions(standing.map(({ hunks }) => hunks))
  const undecided = pairs.filter(({ a, b }) =>
    [a, b].every((index) => standing[index]?.amendment.outcome === ''),
  )
  return {
    amendments,
    standing: standing.map(({ amendment }) => amendment.id),
    pairs: pairs.map(({ a, b, relation }) => ({ a: idOf(a), b: idOf(b), relation })),
    groups: conflictGroups(standing.length, undecided).map((group) => group.map(idOf)),
  }
}

/** Whether an amendment has its place in the current text, and is not in it already. */
export function isStanding({ amendment, misplaced }: SurveyedAmendment): boolean {
  return misplaced === null && !wasAdopted(amendment)
}
