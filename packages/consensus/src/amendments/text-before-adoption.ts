import {
  type Amendment,
  type Document,
  type Fields,
  fieldsOf,
  type Json,
  markedTextOf,
  type Programme,
  wholeDigest,
  withText,
} from '@cahier/core'
import {
  applyHunks,
  type BaseBlock,
  type BaseText,
  baseText,
  foldProse,
  type Hunk,
  type Splice,
} from '@cahier/prose'
import { isHunkAdopted } from './amendable-text.ts'
import { headBefore, readHeadHunks, SET_FIELDS } from './field-hunks.ts'
import { fieldIn, withField, withFieldIn } from './fields.ts'
import {
  hunksUndoneByBase,
  type Quotation,
  type QuotedChunk,
  quotationOf,
  quotedHunks,
} from './quotation.ts'

/**
 * The text before amendments were adopted together, rebuilt from the blocks they quote. Null when
 * its digest does not match.
 */
export function textBeforeAdoption(
  programme: Programme,
  document: Document,
  adopted: readonly Amendment[],
  digest: string,
): string | null {
  const tried = new Set<string>()
  // An amendment to an older text may ask for a field value that the text already had.
  for (const heads of [adopted, adopted.filter(({ base }) => base === digest)]) {
    for (const text of textsTried(programme, fieldsBefore(document, heads).text, adopted, digest)) {
      if (text === null || tried.has(text)) continue
      if (wholeDigest(withText(document, text), programme.assets) === digest) return text
      tried.add(text)
    }
  }
  return null
}

function fieldsBefore(document: Document, adopted: readonly Amendment[]): Document {
  let now = document
  for (const amendment of adopted) {
    for (const [field, value] of headBefore(amendment.head)) {
      if (headHunks(amendment, field).every(({ rank }) => !isHunkAdopted(amendment, rank))) continue
      const before = SET_FIELDS.includes(field)
        ? itemsBefore(fieldIn(fieldsOf(now.head), field), headHunks(amendment, field))
        : value
      now = withText(now, withField(now, field, before === '' ? null : before))
    }
  }
  return now
}

/** The most blocks by which later adoptions may have moved a quoted block. */
const MOST_SHIFT = 20

// Block numbers are those of the text an amendment starts from. Amendments to older texts are
// undone first, at nearby numbers.
function* textsTried(
  programme: Programme,
  text: string,
  adopted: readonly Amendment[],
  digest: string,
): Generator<string | null> {
  const without = (from: string, some: readonly Amendment[], shift = 0) => {
    const quotation = quotationOf(
      some.map((amendment) => ({ marked: markedTextOf(amendment, programme), at: amendment.at })),
    )
    const hunks = quotation === null ? null : quotedHunks(quotation, programme, some)
    return quotation === null || hunks === null ? null : bodyBefore(from, quotation, hunks, shift)
  }
  yield without(text, adopted)
  const older = adopted.filter(({ base }) => base !== digest)
  if (older.length === 0) return
  const others = adopted.filter((amendment) => !older.includes(amendment))
  for (let shift = 0; shift <= MOST_SHIFT; shift++) {
    for (const one of [shift, -shift]) {
      const rest = without(text, older, one)
      if (rest !== null) yield without(rest, others)
    }
  }
  // The words of a quoted paragraph are still found when it was split since.
  const rest = withoutEach(programme, text, older)
  if (rest !== null) yield without(rest, others)
}

/** The text with each hunk undone where its words occur; null when one has no such place. */
function withoutEach(
  programme: Programme,
  text: string,
  adopted: readonly Amendment[],
): string | null {
  const undone = hunksUndoneByBase(programme, baseText(text), adopted)
  const isLost =
    undone === null ||
    undone.some(
      (one) => one === null || one.some(({ parts }) => parts.some(({ between }) => between)),
    )
  return isLost
    ? null
    : applyHunks(
        text,
        undone.flatMap((one) => one ?? []),
      )
}

function headHunks(amendment: Amendment, field: string): readonly Hunk[] {
  const before = headBefore(amendment.head).reduce<Fields>(
    (fields, [name, value]) => withFieldIn(fields, name, value as Json),
    {},
  )
  const placed = readHeadHunks(amendment.head, before)
  return 'misplaced' in placed
    ? []
    : placed.hunks.filter((hunk) => hunk.field.split('/')[0] === field)
}

function itemsBefore(now: unknown, hunks: readonly Hunk[]): readonly string[] {
  const items = Array.isArray(now) ? now.map(String) : []
  const inserted = hunks.map((hunk) => hunk.new)
  return [
    ...items.filter((item) => !inserted.includes(item)),
    ...hunks.map(({ old }) => old).filter((old) => old !== '' && !items.includes(old)),
  ]
}

/**
 * Restores each quoted chunk, found by its block number, else by its words when they occur once.
 */
function bodyBefore(
  text: string,
  quotation: Quotation,
  hunks: readonly Hunk[],
  shifted: number,
): string | null {
  const now = baseText(text)
  const found: Splice[] = []
  let shift = shifted
  for (const chunk of quotation.chunks) {
    const [old, young] = [
      quotation.text.slice(chunk.start, chunk.end),
      chunkAfter(quotation, chunk, hunks),
    ]
    const block = now.blocks[chunk.first + shift - 1]
    const previous = now.blocks[chunk.first + shift - 2]
    if (young === '') {
      const start = previous?.lineEnd ?? block?.lineStart ?? now.text.length
      found.push({
        start,
        end: start,
        text:
          previous === undefined
            ? `${old}\n\n`
            : `${separatorAfter(now.text.slice(previous.lineStart), old)}${old}`,
      })
    } else {
      const place = placeOf(young, now, chunk.first + shift - 1)
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

function chunkAfter(
  { text }: Quotation,
  { from: start, end }: QuotedChunk,
  hunks: readonly Hunk[],
): string {
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

type Place = Pick<BaseBlock, 'start' | 'end'>

/** The place of these whole blocks: at this rank, else the only one with the same text. */
function placeOf(passage: string, now: BaseText, rank: number): Place | null {
  const block = now.blocks[rank]
  const isHere = block !== undefined && now.text.startsWith(passage, block.lineStart)
  const start = isHere ? block.lineStart : now.text.indexOf(passage)
  if (isHere || (start >= 0 && now.text.indexOf(passage, start + 1) < 0))
    return { start, end: start + passage.length }
  return start < 0 ? placeByWords(passage, now, rank) : null
}

// Spacing and punctuation may have been corrected since, without changing the digest.
function placeByWords(passage: string, { blocks }: BaseText, rank: number): Place | null {
  const wanted = baseText(passage).blocks.map(({ text }) => foldProse(text))
  const now = blocks.map(({ text }) => foldProse(text))
  const ranks = now.flatMap((_, first) =>
    wanted.every((words, at) => now[first + at] === words) ? [first] : [],
  )
  const first = ranks.includes(rank) ? rank : ranks.length === 1 ? ranks[0] : undefined
  const [from, to] = first === undefined ? [] : [blocks[first], blocks[first + wanted.length - 1]]
  return from === undefined || to === undefined ? null : { start: from.lineStart, end: to.lineEnd }
}

// The separator before a restored block. A quoted empty line separates quoted paragraphs.
function separatorAfter(previous: string, written: string): string {
  if (/^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(written)) return '\n'
  return written.startsWith('>') && previous.startsWith('>') ? '\n>\n' : '\n\n'
}
