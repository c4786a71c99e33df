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
 * Consecutive blocks of an unknown text, as amendments quote them: a range of `quotation`, and
 * their first and last ordinals in that text.
 */
export interface QuotedChunk {
  /** An insertion from this offset on belongs before the chunk. */
  readonly from: number
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

/** All that amendments to one text quote of it, in order and without repetition. */
export interface Quotation {
  readonly text: string
  readonly chunks: readonly QuotedChunk[]
  /** The position in the quotation, from 1, of each ordinal of the text. */
  readonly ordinals: ReadonlyMap<number, number>
}

/** Blocks quoted without an ordinal get one past all others. */
const UNKNOWN = 1_000_000

function ordinalOf(written: string, lines: ReadonlyMap<number, string>): number {
  for (const [ordinal, line] of lines) if (line === written) return ordinal
  return UNKNOWN + 2 * lines.size
}

/** Replaces the unquoted text between two chunks. */
const LEFT_OUT = '\n\n(…)'

/**
 * Gathers the blocks that marked texts quote, in order. Null when two of them quote one block
 * differently. A marker between chunks keeps an insertion before the second apart from one after
 * the first.
 */
export function quotationOf(amendments: readonly MarkedQuote[]): Quotation | null {
  const quoted = quotedLines(amendments)
  return quoted === null ? null : laidOut(quoted)
}

/** A marked text, and the ordinals of the blocks it quotes. */
interface MarkedQuote {
  readonly marked: string
  readonly at: readonly number[]
}

/** Blocks by ordinal, and the separator to the next one where both are quoted together. */
interface QuotedLines {
  readonly lines: ReadonlyMap<number, string>
  readonly gaps: ReadonlyMap<number, string>
}

function quotedLines(amendments: readonly MarkedQuote[]): QuotedLines | null {
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
 * The adopted hunks of amendments, placed in what they quote. Null when one cannot be read there,
 * or conflicts with another.
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
 * For each adopted hunk, the hunks that undo it in a text, or null when its place is uncertain.
 * Null for all when the quotations cannot be read.
 */
export function hunksUndoneByBase(
  programme: Programme,
  now: BaseText,
  adopted: readonly Amendment[],
): readonly (readonly Hunk[] | null)[] | null {
  const undone: (readonly Hunk[] | null)[] = []
  // Amendments to the same text share its block numbers.
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
