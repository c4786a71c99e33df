import { applyHunks } from './apply-hunks.ts'
import { type BaseBlock, type BaseText, baseText } from './base-text.ts'
import type { Hunk, HunkPart } from './hunk.ts'
import { readHunks } from './read-hunks.ts'

/** A block that an amendment changes, as Markdown before and after. */
export interface MarkedBlock {
  /** The number of the block in the base, from 1; for an added block, of the block before it. */
  readonly ordinal: number
  readonly added: boolean
  readonly old: string | null
  /** `null` for a deleted block. */
  readonly new: string | null
}

/**
 * The blocks that an amendment changes, in order; empty when a quoted block has no certain place in
 * the base. A split block is one item, and so are joined blocks. `marked` is the amendment in
 * CriticMarkup. `at` has the numbers of its quoted blocks in the base, if known.
 */
export function markedBlocks(
  base: string,
  marked: string,
  at: readonly number[] | null,
): readonly MarkedBlock[] {
  const text = baseText(base)
  const placement = readHunks(text, marked, at)
  return 'misplaced' in placement ? [] : blocksOf(text, placement.hunks)
}

function blocksOf(base: BaseText, hunks: readonly Hunk[]) {
  const parts = hunks.flatMap((hunk) => hunk.parts)
  const added = parts
    .filter(({ between }) => between)
    .map(({ blocks, splice }) => ({
      ordinal: blocks[0],
      added: true,
      old: null,
      new: splice.text.trim(),
    }))
  const runs = runsOf(parts.filter(({ between }) => !between))
  const changed = runs.map(([first, last]) => {
    const [opening, closing] = [base.blocks[first - 1], base.blocks[last - 1]] as [
      BaseBlock,
      BaseBlock,
    ]
    const own = hunks.map((hunk) => ({
      ...hunk,
      parts: hunk.parts
        .filter(({ between, blocks }) => !between && first <= blocks[0] && blocks[0] <= last)
        .map((part) => ({ ...part, splice: inside(part, opening.start, closing.end) })),
    }))
    const young = applyHunks(base.text.slice(opening.start, closing.end), own)
    return {
      ordinal: first,
      added: false,
      old: base.text.slice(opening.start, closing.end),
      new: young.trim() === '' ? null : young,
    }
  })
  return [...changed, ...added].sort(
    (a, b) => a.ordinal - b.ordinal || Number(a.added) - Number(b.added),
  )
}

function runsOf(parts: readonly HunkPart[]) {
  const runs: [number, number][] = []
  for (const { blocks, splice, whole } of [...parts].sort((a, b) => a.blocks[0] - b.blocks[0])) {
    const range = [
      blocks[0],
      whole || !/\S/.test(splice.text) || blocks[1] > blocks[0] ? blocks[1] : blocks[0],
    ] as [number, number]
    const last = runs.at(-1)
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else runs.push(range)
  }
  return runs
}

function inside({ splice: { start, end, text } }: HunkPart, from: number, to: number) {
  return { start: Math.max(0, start - from), end: Math.max(0, Math.min(end, to) - from), text }
}
