import { leafBlocks } from '../blocks/leaf-blocks.ts'
import { groupedBy } from '../grouped-by.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { oncePerObject } from '../once-per-object.ts'
import { plainSigns } from '../plain-signs.ts'
import type { BaseBlock, BaseText } from './base-text.ts'
import type { Misplaced } from './hunk.ts'

/**
 * Quoted blocks that are neighbours in the base (the text that an amendment changes). `start` and
 * `end` are offsets in the quotation.
 */
export interface QuotedStretch {
  readonly start: number
  readonly end: number
  /** The offset of `start` in the base. */
  readonly inBase: number
  /** The numbers, from 1, of the first and last block in the base. */
  readonly first: number
  readonly last: number
}

/**
 * Finds each quoted block in the base: at its block number in `at` or, when `at` is null, where its
 * text occurs once. Returns `Misplaced` when a block has no certain place. The kinds of spaces and
 * apostrophes may differ.
 */
export function quotedStretches(
  base: BaseText,
  quotation: string,
  at: readonly number[] | null,
): { readonly stretches: readonly QuotedStretch[] } | Misplaced {
  const exact = exactStretches(base, quotation, at)
  if (!('misplaced' in exact)) return exact
  const plain = exactStretches(plainBase(base), plainSigns(quotation), at)
  return 'misplaced' in plain ? exact : plain
}

const plainBase = oncePerObject((base: BaseText) => {
  const blocks = base.blocks.map((block) => ({ ...block, text: plainSigns(block.text) }))
  return { ...base, text: plainSigns(base.text), blocks }
})

function exactStretches(
  base: BaseText,
  quotation: string,
  at: readonly number[] | null,
): { readonly stretches: readonly QuotedStretch[] } | Misplaced {
  const copied = copiedLines(base, quotation, at)
  if (copied !== null) return { stretches: copied }
  const quoted = leafBlocks(parseMarkdown(quotation), quotation)
  if (at !== null && at.length !== quoted.length) return { misplaced: 'count', quote: '' }
  const stretches: QuotedStretch[] = []
  for (const [index, { node, text }] of quoted.entries()) {
    const found = ordinalIn(base, text, at?.[index] ?? null)
    if (typeof found !== 'number') return found
    const start = node.position?.start.offset ?? 0
    const block = base.blocks[found - 1] as BaseBlock
    const own = widened(
      base,
      quotation,
      { start, end: start + text.length, inBase: block.start, first: found, last: found },
      block,
    )
    const before = stretches.at(-1)
    if (before !== undefined && follows(base, quotation, before, own))
      stretches[stretches.length - 1] = { ...before, end: own.end, last: own.last }
    else stretches.push(own)
  }
  return { stretches }
}

/**
 * Parsing is slow, so a quotation of whole lines is found without parsing; `null` for another
 * quotation.
 */
function copiedLines(
  base: BaseText,
  quotation: string,
  at: readonly number[] | null,
): readonly QuotedStretch[] | null {
  const stretches: QuotedStretch[] = []
  const end = quotation.trimEnd().length
  let found = 0
  for (let from = /^(?:[ \t]*\n)*/.exec(quotation)?.[0].length ?? 0; from < end; found++) {
    const ordinal = at === null ? ordinalByLine(base, quotation, from) : (at[found] ?? 0)
    const block = base.blocks[ordinal - 1]
    if (block === undefined || (at === null && placesOf(base).get(block.text)?.length !== 1))
      return null
    const length = block.lineEnd - block.lineStart
    if (!quotation.startsWith(base.text.slice(block.lineStart, block.lineEnd), from)) return null
    const own = {
      start: from,
      end: from + length,
      inBase: block.lineStart,
      first: ordinal,
      last: ordinal,
    }
    const gap = /^[ \t]*(?:\n[ \t]*)*\n|^$/.exec(
      quotation.slice(own.end, own.end + MOST_BLANKS),
    )?.[0]
    if (gap === undefined && own.end < end) return null
    const before = stretches.at(-1)
    if (before !== undefined && follows(base, quotation, before, own))
      stretches[stretches.length - 1] = { ...before, end: own.end, last: ordinal }
    else if (before !== undefined && !/\n[ \t]*\n/.test(quotation.slice(before.end, own.start)))
      return null
    else stretches.push(own)
    from = own.end + (gap?.length ?? 0)
  }
  return at === null || at.length === found ? stretches : null
}

/** The most blanks, in characters, between two quoted blocks. */
const MOST_BLANKS = 40

function ordinalByLine(base: BaseText, quotation: string, from: number) {
  const lineEnd = quotation.indexOf('\n', from)
  return (
    firstLinesOf(base).get(quotation.slice(from, lineEnd < 0 ? quotation.length : lineEnd)) ?? 0
  )
}

/**
 * For each first line of a block, the number of the block; 0 when several blocks have this line.
 */
const firstLinesOf = oncePerObject(({ text, blocks }: BaseText) => {
  const found = new Map<string, number>()
  blocks.forEach(({ lineStart, lineEnd }, index) => {
    const end = text.indexOf('\n', lineStart)
    const line = text.slice(lineStart, end < 0 ? lineEnd : end)
    found.set(line, found.has(line) ? 0 : index + 1)
  })
  return found
})

function ordinalIn(base: BaseText, text: string, wanted: number | null): number | Misplaced {
  if (wanted !== null && base.blocks[wanted - 1]?.text === text) return wanted
  const places = placesOf(base).get(text) ?? []
  if (places.length === 0)
    return {
      misplaced: base.blocks.some((block) => block.text.includes(text)) ? 'part' : 'missing',
      quote: text,
    }
  if (wanted !== null) return { misplaced: 'rank', quote: text }
  return places.length === 1 ? (places[0] as number) : { misplaced: 'ambiguous', quote: text }
}

const placesOf = oncePerObject(({ blocks }: BaseText) => {
  const ordinals = blocks.map((_, index) => index + 1)
  return groupedBy(ordinals, (ordinal) => blocks[ordinal - 1]?.text ?? '')
})

// Extends a stretch over its lines, over a list marker for example, while the texts are equal.
function widened(base: BaseText, quotation: string, stretch: QuotedStretch, block: BaseBlock) {
  let before = 0
  const shift = stretch.inBase - stretch.start
  while (
    stretch.inBase - before > block.lineStart &&
    before < stretch.start &&
    base.text[stretch.inBase - before - 1] === quotation[stretch.start - before - 1]
  )
    before += 1
  let after = 0
  while (
    stretch.end + after + shift < block.lineEnd &&
    base.text[stretch.end + after + shift] === quotation[stretch.end + after]
  )
    after += 1
  return {
    ...stretch,
    start: stretch.start - before,
    end: stretch.end + after,
    inBase: stretch.inBase - before,
  }
}

function follows(base: BaseText, quotation: string, before: QuotedStretch, own: QuotedStretch) {
  const end = before.inBase + before.end - before.start
  return (
    own.first === before.last + 1 &&
    base.text.slice(end, own.inBase) === quotation.slice(before.end, own.start)
  )
}
