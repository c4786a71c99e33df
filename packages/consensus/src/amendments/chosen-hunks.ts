import { type Amendment, nearest, type Plan } from '@cahier/core'
import type { Hunk } from '@cahier/prose'
import type { Amended } from './amended.ts'
import { refusedAmendment, whyMisplaced } from './amendment-messages.ts'
import type { Survey } from './survey.ts'

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
  { id: proposal, document }: Amended,
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
