import type { Amendment, Document, Programme } from '@cahier/core'
import type { Amended } from './amended.ts'
import { falls } from './falls.ts'
import { placeAmendment, type TextOf } from './place-amendment.ts'
import { isTaken, wasAdopted } from './taken.ts'

/**
 * The document that a proposal or an axis was, by its `whole` digest; `null` where nobody knows.
 */
export type DocumentOf = (digest: string) => Document | null

/**
 * Whether an amendment on record as lapsed could be adopted as it was written in every text known
 * since, the one of today included, and beside all that was adopted there: then nothing made it
 * fall. `null` where the text it starts from is not known: nobody can tell.
 */
export function lapsedForNothing(
  programme: Programme,
  amended: Amended,
  amendment: Amendment,
  known: {
    readonly own: readonly Amendment[]
    readonly textOf: TextOf
    readonly documentOf: DocumentOf
  },
): boolean | null {
  const hunksIn = (document: Document, whole: string, one: Amendment) => {
    const placed = placeAmendment(programme, { ...amended, document, whole }, one, known.textOf)
    return 'misplaced' in placed ? [] : placed.hunks
  }
  const base = known.documentOf(amendment.base)
  if (base === null) return null
  const all = hunksIn(base, amendment.base, amendment).length
  const standsIn = (document: Document, digest: string) => {
    const hunks = hunksIn(document, digest, amendment)
    const together = known.own.filter((one) => wasAdopted(one) && one.adopted?.from === digest)
    const taken = together.flatMap((one) =>
      hunksIn(document, digest, one).filter(({ rank }) => isTaken(one, rank)),
    )
    return hunks.length === all && !falls(amendment, hunks, taken)
  }
  return (
    all > 0 &&
    [amendment.base, ...digestsSince(amendment.base, amended, known.own)].every((digest) => {
      const document = known.documentOf(digest)
      return document === null || standsIn(document, digest)
    })
  )
}

/** The texts on record in adoptions, and the one of today, but for those that a text came from. */
function digestsSince(
  base: string,
  amended: Amended,
  own: readonly Amendment[],
): readonly string[] {
  const steps = own.flatMap(({ adopted }) => (adopted === null ? [] : [adopted]))
  const [older, younger] = [new Set([base]), new Set([base])]
  for (const digest of older) for (const { from, to } of steps) if (to === digest) older.add(from)
  for (const digest of younger)
    for (const { from, to } of steps) if (from === digest) younger.add(to)
  const all = new Set([...steps.flatMap(({ from, to }) => [from, to]), amended.whole])
  return [...all].filter((digest) => digest !== base && (younger.has(digest) || !older.has(digest)))
}
