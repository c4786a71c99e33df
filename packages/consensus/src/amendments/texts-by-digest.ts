import {
  type Amendment,
  type Document,
  type Fields,
  fieldsOf,
  type Json,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  applyHunks,
  type BaseText,
  baseText,
  foldProse,
  groupedBy,
  hunksUndoneEach,
  isSameHunk,
  type Splice,
} from '@cahier/prose'
import { roundCopies } from '../records/round-copies.ts'
import { headBefore, readHeadHunks, SET_FIELDS } from './field-hunks.ts'
import { fieldIn, withField, withFieldIn } from './front-matter-fields.ts'
import {
  type AmendableText,
  amendmentsTo,
  isHunkAdopted,
  type TextByDigest,
  valueWith,
  wasAdopted,
} from './place-amendment.ts'
import { type Quotation, type QuotedChunk, quotationOf } from './quotation.ts'

/**
 * Gives a function that finds a text by its digest: the present text, a copy in a round or a text
 * before an adoption. For other digests it asks `history`.
 */
export function textsByDigest(
  programme: Programme,
  amended: AmendableText,
  history: TextByDigest = () => null,
): TextByDigest {
  const { document, whole } = amended
  const texts = new Map([[whole, document.text]])
  const read = (text: string) => withText(document, text)
  for (const { text } of roundCopies(programme, amended.id))
    texts.set(wholeDigest(read(text), programme.assets), text)
  const adopted = amendmentsTo(programme, amended.id).filter(wasAdopted)
  // The map grows during this loop: each text found may lead to an earlier text.
  for (const [to, text] of texts)
    for (const [from, together] of adoptionsTo(to, adopted)) {
      const before = texts.has(from)
        ? null
        : textBeforeAdoption(programme, read(text), together, from)
      if (before !== null) texts.set(from, before)
    }
  return (digest) => texts.get(digest) ?? history(digest)
}

/** Amendments whose adoption gave the text with digest `to`, by the digest of the text before. */
export function adoptionsTo(
  to: string,
  adopted: readonly Amendment[],
): ReadonlyMap<string, readonly Amendment[]> {
  return groupedBy(
    adopted.filter((amendment) => amendment.adopted?.to === to),
    (amendment) => amendment.adopted?.from ?? '',
  )
}

/** The text before an adoption, rebuilt from quoted blocks; null when the digest does not match. */
function textBeforeAdoption(
  programme: Programme,
  document: Document,
  adopted: readonly Amendment[],
  digest: string,
) {
  const quotation = quotationOf(programme, adopted)
  if (quotation === null) return null
  const { text } = fieldsBefore(document, adopted)
  // A paragraph that another adoption also changed is no longer found whole. Then each change is
  // undone where its own words are.
  const found = [bodyBefore(text, quotation), withChangesUndone(text, quotation)].find(
    (one) => one !== null && wholeDigest(withText(document, one), programme.assets) === digest,
  )
  return found ?? null
}

function withChangesUndone(text: string, quotation: Quotation) {
  const wishes = quotation.hunks.filter(
    (hunk, index, all) => all.findIndex((one) => isSameHunk(one, hunk)) === index,
  )
  const undone = hunksUndoneEach(baseText(quotation.text), wishes, baseText(text))
  return undone.includes(null)
    ? null
    : applyHunks(
        text,
        undone.flatMap((one) => one ?? []),
      )
}

function fieldsBefore(document: Document, adopted: readonly Amendment[]) {
  let now = document
  for (const amendment of adopted) {
    const hunks = headHunks(amendment)
    for (const [field, value] of headBefore(amendment.head)) {
      const own = hunks.filter((hunk) => hunk.field.split('/')[0] === field)
      if (own.length === 0) continue
      const before = SET_FIELDS.includes(field)
        ? valueWith(
            fieldIn(fieldsOf(now.head), field),
            field,
            own.map((hunk) => ({ ...hunk, old: hunk.new, new: hunk.old })),
          )
        : value
      now = withText(now, withField(now, field, before === '' ? null : before))
    }
  }
  return now
}

function headHunks(amendment: Amendment) {
  const before = headBefore(amendment.head).reduce<Fields>(
    (fields, [name, value]) => withFieldIn(fields, name, value as Json),
    {},
  )
  const placed = readHeadHunks(amendment.head, before)
  return 'misplaced' in placed
    ? []
    : placed.hunks.filter(({ rank }) => isHunkAdopted(amendment, rank))
}

/**
 * The body before the adoption. A deleted chunk (quoted blocks in a row) returns to its block
 * number. Any other chunk is found by its words. Null when one is not found, or two overlap.
 */
function bodyBefore(text: string, quotation: Quotation): string | null {
  const now = baseText(text)
  const found: Splice[] = []
  let shift = 0
  for (const chunk of quotation.chunks) {
    const old = quotation.text.slice(chunk.start, chunk.end)
    const young = chunkAfter(quotation, chunk)
    const rank = chunk.first + shift - 1
    const previous = now.blocks[rank - 1]
    if (young === '') {
      const start = previous?.lineEnd ?? now.blocks[rank]?.lineStart ?? now.text.length
      const restored =
        previous === undefined
          ? `${old}\n\n`
          : `${separatorBefore(now.text.slice(previous.lineStart), old)}${old}`
      found.push({ start, end: start, text: restored })
    } else {
      const place = placeByWords(young, now, rank)
      if (place === null) return null
      found.push({ ...place, text: old })
    }
    shift += (young === '' ? 0 : baseText(young).blocks.length) - (chunk.last - chunk.first + 1)
  }
  let before = ''
  let at = 0
  for (const one of found.sort((a, b) => a.start - b.start)) {
    if (one.start < at) return null
    before += now.text.slice(at, one.start) + one.text
    at = one.end
  }
  return before + now.text.slice(at)
}

function chunkAfter({ text, hunks }: Quotation, { from: start, end }: QuotedChunk) {
  const own = hunks.map((hunk) => ({
    ...hunk,
    parts: hunk.parts.flatMap((part) => {
      const { splice } = part
      const [from, to] = [Math.max(splice.start, start), Math.min(splice.end, end)]
      const touches = splice.start === splice.end ? from === to : from < to
      return touches
        ? [{ ...part, splice: { ...splice, start: from - start, end: to - start } }]
        : []
    }),
  }))
  return applyHunks(text.slice(start, end), own).replace(/^\n+|(?<!\n)\n+$/g, '')
}

/**
 * The place of the blocks with the words of a passage; null when none matches. If several places
 * match, the passage is taken to begin at the block with index `rank`.
 */
function placeByWords(passage: string, { blocks }: BaseText, rank: number) {
  const wanted = baseText(passage).blocks.map(({ text }) => foldProse(text))
  const now = blocks.map(({ text }) => foldProse(text))
  const ranks = now.flatMap((_, first) =>
    wanted.every((words, at) => now[first + at] === words) ? [first] : [],
  )
  const first = ranks.includes(rank) || ranks.length > 1 ? rank : (ranks[0] ?? -1)
  const [from, to] = [blocks[first], blocks[first + wanted.length - 1]]
  return from === undefined || to === undefined ? null : { start: from.lineStart, end: to.lineEnd }
}

function separatorBefore(previous: string, written: string) {
  if (/^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(written)) return '\n'
  return written.startsWith('>') && previous.startsWith('>') ? '\n>\n' : '\n\n'
}
