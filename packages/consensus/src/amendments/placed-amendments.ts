import { type Amendment, nearest, type Plan, type Programme } from '@cahier/core'
import { collisions, conflictGroups, type Hunk, type Misplaced, type Relation } from '@cahier/prose'
import { refusedAmendment, whyMisplaced } from './amendment-messages.ts'
import {
  type AmendableText,
  amendmentsTo,
  hunksAt,
  placeAmendment,
  type TextByDigest,
  wasAdopted,
} from './place-amendment.ts'

/** The amendments to one text: their places in it and the relations between them. */
export interface PlacedAmendments {
  readonly amendments: readonly SurveyedAmendment[]
  /** Ids of the amendments placed in the text and not yet adopted. Only these are in `pairs`. */
  readonly standing: readonly string[]
  /** Pairs that change the same or neighbouring sentences. Other amendments are independent. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly relation: Relation }[]
  /** Groups of undecided amendments, by id. Conflicts link them, so they are decided together. */
  readonly groups: readonly (readonly string[])[]
}

export interface SurveyedAmendment {
  readonly amendment: Amendment
  /** The hunks (changes) in the present text; if adopted or misplaced, in the text it amended. */
  readonly hunks: readonly Hunk[]
  /** Why the amendment has no place in the present text; null when it has one or is adopted. */
  readonly misplaced: Misplaced | null
}

/** Places all amendments to a text and finds their relations. */
export function placeAllAmendments(
  programme: Programme,
  amended: AmendableText,
  textOf: TextByDigest,
): PlacedAmendments {
  const amendments = amendmentsTo(programme, amended.id).map((amendment) => {
    const hunksAtBase = () => hunksAt(programme, amended, amendment.base, amendment, textOf)
    if (wasAdopted(amendment)) return { amendment, hunks: hunksAtBase(), misplaced: null }
    const placed = placeAmendment(programme, amended, amendment, textOf)
    return 'misplaced' in placed
      ? { amendment, hunks: hunksAtBase(), misplaced: placed }
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

/** An amendment to adopt, and the numbers of the hunks to adopt; null adopts all hunks. */
export interface AmendmentChoice {
  readonly id: string
  readonly hunks: readonly number[] | null
}

/** An amendment and its hunks to adopt. `whole` is true when these are all its hunks. */
export interface ChosenAmendment {
  readonly amendment: Amendment
  readonly hunks: readonly Hunk[]
  readonly whole: boolean
}

/** The amendments to adopt, sorted by id, or the refusal of the first that cannot be adopted. */
export function chosenHunks(
  { id: proposal, document }: AmendableText,
  survey: PlacedAmendments,
  wanted: readonly AmendmentChoice[],
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
