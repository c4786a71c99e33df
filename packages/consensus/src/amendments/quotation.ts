import { type Amendment, markedTextOf, type Programme } from '@cahier/core'
import {
  type BaseText,
  baseText,
  groupedBy,
  type Hunk,
  hunksUndoneEach,
  readCriticMarkup,
  readHunks,
  refuseAll,
} from '@cahier/prose'
import { isHunkAdopted } from './amendable-text.ts'
import { headSize } from './field-hunks.ts'
import { hunksConflict } from './place-amendment.ts'

/**
 * Blocks that follow each other in a text nobody has, as amendments quote them: a stretch of
 * `quotation`, and their first and last ordinals there.
 */
export interface QuotedChunk {
  /**
   * What is put in from there on stands before it; what is put in right after the last chunk, where
   * nothing is left out between, is a part of that one.
   */
  readonly from: number
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

/** What amendments to one text quote of it, once each and in order. */
export interface Quotation {
  readonly text: string
  readonly chunks: readonly QuotedChunk[]
  /** The place in the quotation, from 1, of each ordinal of the text. */
  readonly ordinals: ReadonlyMap<number, number>
}

/** A block quoted without its ordinal, since its text occurs once, has one past all others. */
const UNKNOWN = 1_000_000

function ordinalOf(written: string, lines: ReadonlyMap<number, string>): number {
  for (const [ordinal, line] of lines) if (line === written) return ordinal
  return UNKNOWN + 2 * lines.size
}

/** What stands between two chunks, in place of all that is not quoted. */
const LEFT_OUT = '\n\n(…)'

/**
 * Gathers the blocks that marked texts quote, each with its ordinal; `null` when two of them quote
 * one block differently. A block stands for what is left out between two chunks: what an amendment
 * puts in before the second is not put in after the first.
 */
export function quotationOf(amendments: readonly Quoting[]): Quotation | null {
  const quoted = quotedLines(amendments)
  return quoted === null ? null : laidOut(quoted)
}

/** A text with marks, and the ordinals of the blocks that it quotes. */
interface Quoting {
  readonly marked: string
  readonly at: readonly number[]
}

/** Blocks by their ordinals, and what parts one from the next, where both are quoted together. */
interface QuotedLines {
  readonly lines: ReadonlyMap<number, string>
  readonly gaps: ReadonlyMap<number, string>
}

function quotedLines(amendments: readonly Quoting[]): QuotedLines | null {
  const lines = new Map<number, string>()
  const gaps = new Map<number, string>()
  for (const { marked, at } of [...amendments].sort((a, b) => b.at.length - a.at.length)) {
    const quoted = baseText(refuseAll(readCriticMarkup(marked).pieces).replace(/^\n+/, ''))
    if (at.length > 0 && quoted.blocks.length !== at.length) return null
    for (const [index, { lineStart, lineEnd }] of quoted.blocks.entries()) {
      const written = quoted.text.slice(lineStart, lineEnd)
      const ordinal = at[index] ?? ordinalOf(written, lines)
      if ((lines.get(ordinal) ?? written) !== written) return null
      lines.set(ordinal, written)
      const next = quoted.blocks[index + 1]
      if (next !== undefined && at[index + 1] === ordinal + 1)
        gaps.set(ordinal, quoted.text.slice(lineEnd, next.lineStart))
    }
  }
  return { lines, gaps }
}

function laidOut({ lines, gaps }: QuotedLines): Quotation {
  let text = ''
  const chunks: QuotedChunk[] = []
  const ordinals = new Map<number, number>()
  let place = 0
  for (const [ordinal, line] of [...lines].sort(([a], [b]) => a - b)) {
    const gap = gaps.get(ordinal - 1)
    const last = chunks.at(-1)
    if (last !== undefined && gap !== undefined) {
      text += gap + line
      chunks[chunks.length - 1] = { ...last, end: text.length, last: ordinal }
    } else {
      const isLeftOut = ordinal > (last?.last ?? 0) + 1
      if (isLeftOut) {
        place += 1
        text += LEFT_OUT
      }
      const after = text.length
      text += text === '' ? '' : '\n\n'
      const start = text.length
      text += line
      chunks.push({
        from: isLeftOut ? after : start,
        start,
        end: text.length,
        first: ordinal,
        last: ordinal,
      })
    }
    place += 1
    ordinals.set(ordinal, place)
  }
  return { text, chunks, ordinals }
}

/**
 * What was taken of amendments, in the coordinates of what they quote; `null` when one of them
 * cannot be read there, or stands against another.
 */
export function quotedHunks(
  { text, ordinals }: Quotation,
  programme: Programme,
  adopted: readonly Amendment[],
): readonly Hunk[] | null {
  const quoted = baseText(text)
  const hunks: Hunk[] = []
  for (const amendment of adopted) {
    const marked = markedTextOf(amendment, programme)
    if (marked.trim() === '') continue
    const at = amendment.at.map((ordinal) => ordinals.get(ordinal) ?? 0)
    const placed = readHunks(quoted, marked, at.length > 0 ? at : null)
    if ('misplaced' in placed) return null
    const offset = headSize(amendment.head)
    const own = placed.hunks
      .map((hunk) => ({ ...hunk, rank: hunk.rank + offset }))
      .filter(({ rank }) => isHunkAdopted(amendment, rank))
    if (hunksConflict(own, hunks)) return null
    hunks.push(...own)
  }
  return hunks
}

/**
 * What undoes, in a text, each hunk that was taken of some amendments, `null` for one that has no
 * certain place there; `null` when what they quote cannot be read.
 */
export function hunksUndoneByBase(
  programme: Programme,
  now: BaseText,
  adopted: readonly Amendment[],
): readonly (readonly Hunk[] | null)[] | null {
  const undone: (readonly Hunk[] | null)[] = []
  // Those that start from one text number its blocks alike.
  for (const some of groupedBy(adopted, ({ base }) => base).values()) {
    const quotation = quotationOf(
      some.map((amendment) => ({ marked: markedTextOf(amendment, programme), at: amendment.at })),
    )
    const hunks = quotation === null ? null : quotedHunks(quotation, programme, some)
    if (quotation === null || hunks === null) return null
    undone.push(...hunksUndoneEach(baseText(quotation.text), hunks, now))
  }
  return undone
}
