import { type Amendment, markedTextOf, type Programme } from '@cahier/core'
import { baseText, type Hunk, readCriticMarkup, readHunks, refuseAll } from '@cahier/prose'
import { countHeadHunks } from './field-hunks.ts'
import { hunksConflict, isHunkAdopted } from './place-amendment.ts'

/**
 * Consecutive quoted blocks, at offsets `start` to `end` of `Quotation.text`. In the original text,
 * their numbers are `first` to `last`.
 */
export interface QuotedChunk {
  /** An insertion between `from` and `start` comes before the first block of this chunk. */
  readonly from: number
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

/** The blocks of one text that adopted amendments quote, in order, each once. */
export interface Quotation {
  readonly text: string
  readonly chunks: readonly QuotedChunk[]
  /** The adopted hunks (changes), placed in `text`. */
  readonly hunks: readonly Hunk[]
}

/**
 * A block quoted without a number comes last: it gets a number from this value up, unless an equal
 * block has one.
 */
const UNKNOWN = 1_000_000

function ordinalOf(written: string, lines: ReadonlyMap<number, string>) {
  for (const [ordinal, line] of lines) if (line === written) return ordinal
  return UNKNOWN + 2 * lines.size
}

/** Replaces text that no amendment quotes. */
const LEFT_OUT = '\n\n(…)'

/**
 * Joins the blocks that adopted amendments quote. Null when two quotations of a block differ, or
 * when hunks conflict or have no place.
 */
export function quotationOf(programme: Programme, adopted: readonly Amendment[]): Quotation | null {
  const quoted = quotedLines(programme, adopted)
  if (quoted === null) return null
  const { text, chunks, ordinals } = joinQuotedLines(quoted)
  const hunks = quotedHunks(programme, text, ordinals, adopted)
  return hunks && { text, chunks, hunks }
}

/** `gaps` are the blank lines between blocks quoted together. The keys are block numbers. */
interface QuotedLines {
  readonly lines: ReadonlyMap<number, string>
  readonly gaps: ReadonlyMap<number, string>
}

function quotedLines(programme: Programme, amendments: readonly Amendment[]): QuotedLines | null {
  const lines = new Map<number, string>()
  const gaps = new Map<number, string>()
  for (const amendment of amendments.toSorted((a, b) => b.at.length - a.at.length)) {
    const { at } = amendment
    const { pieces } = readCriticMarkup(markedTextOf(amendment, programme))
    const quoted = baseText(refuseAll(pieces).replace(/^\n+/, ''))
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

function joinQuotedLines({ lines, gaps }: QuotedLines) {
  let text = ''
  const chunks: QuotedChunk[] = []
  // For each block number in the original, the block number in `text`, from 1.
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

function quotedHunks(
  programme: Programme,
  text: string,
  ordinals: ReadonlyMap<number, number>,
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
    const offset = countHeadHunks(amendment.head)
    const own = placed.hunks.filter(({ rank }) => isHunkAdopted(amendment, rank + offset))
    if (hunksConflict(own, hunks)) return null
    hunks.push(...own)
  }
  return hunks
}
