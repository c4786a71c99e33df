import { type Amendment, nearest, type Plan, type Programme } from '@cahier/core'
import { collisions, conflictGroups, type Hunk, type Misplaced, type Relation } from '@cahier/prose'
import { type AmendableText, amendmentsTo, wasAdopted } from './amendable-text.ts'
import { refusedAmendment, whyMisplaced } from './amendment-messages.ts'
import { hunksAsWritten, placeAmendment, type TextByDigest } from './place-amendment.ts'

/** The amendments to one text: their places in it and the relations between them. */
export interface Survey {
  /** Sorted by id. */
  readonly amendments: readonly SurveyedAmendment[]
  /** The ids of those placed in the text and not adopted yet. Pairs are made of these. */
  readonly standing: readonly string[]
  /** Pairs in the same sentence or in neighbouring ones. All others are independent. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly relation: Relation }[]
  /** Undecided amendments tied by conflicts, to be decided together. */
  readonly groups: readonly (readonly string[])[]
}

export interface SurveyedAmendment {
  readonly amendment: Amendment
  /**
   * Placed in the present text when possible, else in the text it starts from when that is known.
   */
  readonly hunks: readonly Hunk[]
  /** Null when it has a place, or is adopted already. */
  readonly misplaced: Misplaced | null
}

/**
 * Places every amendment to a text and finds their relations. Adopted ones conflict with nothing.
 */
export function surveyAmendments(
  programme: Programme,
  amended: AmendableText,
  textOf: TextByDigest,
): Survey {
  const amendments = amendmentsTo(programme, amended.id).map((amendment): SurveyedAmendment => {
    const normalizeText = () => hunksAsWritten(programme, amended, amendment, textOf)
    if (wasAdopted(amendment)) return { amendment, hunks: normalizeText(), misplaced: null }
    const placed = placeAmendment(programme, amended, amendment, textOf)
    return 'misplaced' in placed
      ? { amendment, hunks: normalizeText(), misplaced: placed }
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

/** True when an amendment has a place in the present text and is not adopted yet. */
export function isStanding({ amendment, misplaced }: SurveyedAmendment): boolean {
  return misplaced === null && !wasAdopted(amendment)
}

/** An amendment to adopt. `hunks` holds the ranks to adopt; null adopts all. */
export interface WantedAmendment {
  readonly id: string
  readonly hunks: readonly number[] | null
}

/** An amendment to adopt, the hunks adopted, and whether these are all of them. */
export interface ChosenAmendment {
  readonly amendment: Amendment
  readonly hunks: readonly Hunk[]
  readonly whole: boolean
}

/** The amendments to adopt, sorted by id, or the refusal of the first that cannot be. */
export function chosenHunks(
  { id: proposal, document }: AmendableText,
  survey: Survey,
  wanted: readonly WantedAmendment[],
): { readonly chosen: readonly ChosenAmendment[] } | { readonly refusal: Plan } {
  const chosen: ChosenAmendment[] = []
  const ids = survey.amendments.map(({ amendment }) => amendment.id)
  for (const { id, hunks: ranks } of [...wanted].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const refuse = (message: Parameters<typeof refusedAmendment>[1], data = {}) => ({
      refusal: refusedAmendment(path, message, { id, ...data }),
    })
    const found = survey.amendments.find(({ amendment }) => amendment.id === id)
    const path = found?.amendment.document.path ?? document.path
    if (found === undefined) return refuse('noAmendment', { proposal, near: nearest(id, ids) })
    const { amendment, hunks, misplaced } = found
    if (!amendment.document.sound) return refuse('unreadable', { path })
    if (amendment.outcome !== '') return refuse('decided', { outcome: amendment.outcome })
    if (misplaced !== null)
      return refuse('unplaced', {
        fr: whyMisplaced(misplaced, 'fr'),
        en: whyMisplaced(misplaced, 'en'),
      })
    if (hunks.length === 0) return refuse('already')
    const known = hunks.map(({ rank }) => rank)
    const absent = ranks?.find((rank) => !known.includes(rank))
    if (absent !== undefined) return refuse('noHunk', { hunk: absent, count: hunks.length })
    const taken = ranks === null ? hunks : hunks.filter(({ rank }) => ranks.includes(rank))
    if (taken.length < hunks.length && !amendment.divisible) return refuse('notDivisible')
    if (!chosen.some((one) => one.amendment === amendment))
      chosen.push({ amendment, hunks: taken, whole: taken.length === hunks.length })
  }
  return { chosen }
}
