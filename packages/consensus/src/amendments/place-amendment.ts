import {
  type Amendment,
  type Document,
  fieldsOf,
  markedTextOf,
  memoize,
  type Programme,
  withText,
} from '@cahier/core'
import {
  baseText,
  type Hunk,
  isConflict,
  isSameHunk,
  nearHunks,
  type Placement,
  placeHunks,
  readHunks,
  relationOfHunks,
} from '@cahier/prose'
import type { AmendableText } from './amendable-text.ts'
import { headSize, readHeadHunks } from './field-hunks.ts'

/** Gives the text of a proposal or an axis by the digest of the whole text; null when unknown. */
export type TextByDigest = (digest: string) => string | null

/** Places the hunks (changes) of an amendment in a text, except those that the text already has. */
export function placeAmendment(
  programme: Programme,
  amended: AmendableText,
  amendment: Amendment,
  textOf: TextByDigest,
): Placement {
  const head = readHeadHunks(amendment.head, fieldsOf(amended.document.head))
  if ('misplaced' in head) return head
  const marked = markedTextOf(amendment, programme)
  if (marked.trim() === '') return head
  const at = amendment.at.length > 0 ? amendment.at : null
  const now = baseOf(amended.document)
  const before = amendment.base === amended.whole ? null : textOf(amendment.base)
  const body =
    amendment.base === amended.whole
      ? readHunks(now, marked, at)
      : placeHunks(now, before === null ? null : baseText(before), marked, at)
  if ('misplaced' in body) return body
  const offset = headSize(amendment.head)
  return {
    hunks: [
      ...head.hunks,
      ...body.hunks.map((hunk): Hunk => ({ ...hunk, rank: hunk.rank + offset })),
    ],
  }
}

/** The hunks of an amendment in the version with that digest; none when they do not fit there. */
export function hunksAt(
  programme: Programme,
  amended: AmendableText,
  digest: string,
  amendment: Amendment,
  textOf: TextByDigest,
): readonly Hunk[] {
  const version = versionAt(amended, digest, textOf)
  const placed = version && placeAmendment(programme, version, amendment, textOf)
  return placed === null || 'misplaced' in placed ? [] : placed.hunks
}

/** The version of a text with that digest; null when unknown. Each version is parsed once. */
export function versionAt(
  amended: AmendableText,
  digest: string,
  textOf: TextByDigest,
): AmendableText | null {
  const { document: now } = amended
  const text = textOf(digest)
  if (text === null) return null
  const known = earlierOf(now)
  const document = known.get(text) ?? (text === now.text ? now : withText(now, text))
  known.set(text, document)
  return { ...amended, document, whole: digest }
}

const earlierOf = memoize((_now: Document) => new Map<string, Document>())

/** True when hunks of the two lists conflict. Identical hunks do not conflict. */
export function hunksConflict(some: readonly Hunk[], others: readonly Hunk[]): boolean {
  const near = nearHunks(others)
  return some.some((one) => near(one).some((other) => isConflict(relationOfHunks(one, other))))
}

const baseOf = memoize(({ text, referenceBody }: Document) => baseText(text, referenceBody?.tree))

/**
 * True when adopted hunks make an amendment lapse. One conflicting hunk is enough; if the amendment
 * is divisible, all its hunks must conflict.
 */
export function wouldLapse(
  { divisible }: Amendment,
  hunks: readonly Hunk[],
  taken: readonly Hunk[],
): boolean {
  const left = hunks.filter((hunk) => !taken.some((one) => isSameHunk(one, hunk)))
  return divisible
    ? left.length > 0 && left.every((hunk) => hunksConflict([hunk], taken))
    : hunksConflict(left, taken)
}
