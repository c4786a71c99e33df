import {
  type Amendment,
  type Document,
  fieldsOf,
  folderOf,
  type Json,
  markedTextOf,
  memoize,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  applyHunks,
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
import { proposalOf } from '../find-by-id.ts'
import { countHeadHunks, readHeadHunks } from './field-hunks.ts'
import { fieldIn, withField } from './front-matter-fields.ts'

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
  const offset = countHeadHunks(amendment.head)
  return {
    hunks: [...head.hunks, ...body.hunks.map((hunk) => ({ ...hunk, rank: hunk.rank + offset }))],
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

/** The version of a text with that digest; null when unknown. */
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

/** True when a hunk of `some` conflicts with one of `others`. Identical hunks do not conflict. */
export function hunksConflict(some: readonly Hunk[], others: readonly Hunk[]): boolean {
  const near = nearHunks(others)
  return some.some((one) => near(one).some((other) => isConflict(relationOfHunks(one, other))))
}

const baseOf = memoize(({ text, referenceBody }: Document) => baseText(text, referenceBody?.tree))

/**
 * True when an amendment lapses because its hunks conflict with `taken`, the adopted hunks. One
 * conflict is enough, but a divisible amendment lapses only when all its hunks conflict.
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

/** A proposal or an axis: the two kinds of text that amendments change. */
export interface AmendableText {
  readonly id: string
  readonly document: Document
  /** The digest of the whole text. */
  readonly whole: string
}

/** The proposal with that id, else the axis with that id, else null. */
export function amendableText(programme: Programme, id: string): AmendableText | null {
  const document =
    proposalOf(programme, id)?.document ??
    programme.axes.find((axis) => axis.id === id)?.document ??
    null
  return document === null ? null : { id, document, whole: wholeDigest(document, programme.assets) }
}

export function amendmentsTo(programme: Programme, id: string): readonly Amendment[] {
  return programme.amendments.filter(({ document }) => folderOf(document.path) === id)
}

export function wasAdopted({ outcome }: Pick<Amendment, 'outcome'>): boolean {
  return outcome === 'adopted' || outcome === 'adopted-modified'
}

/** True when hunk (change) number `rank` was adopted. Without a list of hunks, all were adopted. */
export function isHunkAdopted({ adopted }: Pick<Amendment, 'adopted'>, rank: number): boolean {
  const hunks = adopted?.hunks ?? []
  return hunks.length === 0 || hunks.includes(rank)
}

/** A text with hunks (changes) applied to its body and its front matter. */
export function adoptedText(document: Document, hunks: readonly Hunk[]): string {
  const text = applyHunks(
    document.text,
    hunks.filter(({ field }) => field === ''),
  )
  const nameOf = (hunk: Hunk) => hunk.field.split('/')[0] ?? ''
  let done = withText(document, text)
  for (const field of [...new Set(hunks.map(nameOf).filter(Boolean))].sort()) {
    const own = hunks.filter((hunk) => nameOf(hunk) === field)
    const value = valueWith(fieldIn(fieldsOf(document.head), field), field, own)
    done = withText(done, withField(done, field, value))
  }
  return done.text
}

/** The value of a field with these hunks applied; null for an empty text. */
export function valueWith(
  value: Json | undefined,
  field: string,
  hunks: readonly Hunk[],
): string | readonly string[] | null {
  if (hunks.some((hunk) => hunk.field.includes('/'))) {
    const taken = new Set(hunks.map(({ old }) => old))
    const kept = (Array.isArray(value) ? value.map(String) : []).filter((item) => !taken.has(item))
    return [...new Set([...kept, ...hunks.flatMap((hunk) => hunk.new || []).sort()])]
  }
  if (field === 'proposals') return (hunks[0]?.new ?? '').split(', ').filter(Boolean)
  const text = applyHunks(
    typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    hunks,
  ).trim()
  return text === '' ? null : text
}

/** The text with these amendments adopted; null when they conflict or have no certain place. */
export function textAfterAdoption(
  programme: Programme,
  before: AmendableText,
  together: readonly Amendment[],
  textOf: TextByDigest,
): string | null {
  const taken: Hunk[] = []
  for (const amendment of together) {
    const placed = placeAmendment(programme, before, amendment, textOf)
    if ('misplaced' in placed) return null
    const own = placed.hunks.filter(({ rank }) => isHunkAdopted(amendment, rank))
    if (hunksConflict(own, taken)) return null
    taken.push(...own)
  }
  return adoptedText(before.document, taken)
}
