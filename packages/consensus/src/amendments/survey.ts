import { type Amendment, nearest, type Plan, type Programme } from '@cahier/core'
import { collisions, conflictGroups, type Hunk, type Misplaced, type Relation } from '@cahier/prose'
import { type AmendableText, amendmentsTo, wasAdopted } from './amendable-text.ts'
import { refusedAmendment, whyMisplaced } from './amendment-messages.ts'
import { hunksAsWritten, placeAmendment, type TextByDigest } from './place-amendment.ts'

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

/** Whether an amendment has its place in the current text, and is not in it already. */
export function isStanding({ amendment, misplaced }: SurveyedAmendment): boolean {
  return misplaced === null && !wasAdopted(amendment)
}

/** An amendment asked for, and the ranks of its hunks when only some are. */
export interface WantedAmendment {
  readonly id: string
  readonly hunks: readonly number[] | null
}

/** An amendment to adopt, with the hunks taken of it, and whether that is all of it. */
export interface Chosen {
  readonly amendment: Amendment
  readonly hunks: readonly Hunk[]
  readonly whole: boolean
}

/** Looks up what is asked for, sorted by id; or says what of it cannot be. */
export function chosenHunks(
  { id: proposal, document }: AmendableText,
  survey: Survey,
  wanted: readonly WantedAmendment[],
): { readonly chosen: readonly Chosen[] } | { readonly refusal: Plan } {
  const chosen: Chosen[] = []
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
