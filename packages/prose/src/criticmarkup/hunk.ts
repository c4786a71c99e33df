import type { Splice } from '../span.ts'

export type Operation =
  | 'insertion'
  | 'deletion'
  | 'replacement'
  | 'move'
  | 'split'
  | 'join'
  | 'renumbering'

/** One edit of an amendment. All positions are in the base (the text before the amendment). */
export interface Hunk {
  /** The number of the edit in its amendment, from 1. */
  readonly rank: number
  /** The front matter field, such as `title` or `requests.partis`; `''` for the body. */
  readonly field: string
  readonly operation: Operation
  /**
   * The number, from 1, of the first changed block, or of the block before an insertion (0 before
   * the first block). 1 in a front matter field.
   */
  readonly block: number
  /** The replaced words `[from, to)` of that block, from 0. For an insertion, `from` = `to`. */
  readonly wordsInBlock: readonly [from: number, to: number]
  readonly old: string
  readonly new: string
  /** One splice, or two for a move: the deletion, then the insertion. */
  readonly parts: readonly HunkPart[]
}

/** One splice (replacement) of a hunk, and what it changes in the base. */
export interface HunkPart {
  readonly splice: Splice
  /** True when whole blocks are inserted between two blocks of the base. */
  readonly between: boolean
  /** The replaced words `[from, to)` of the base, from 0. For an insertion, `from` = `to`. */
  readonly words: readonly [from: number, to: number]
  /** The range `words`, counting only words with a letter or digit. */
  readonly spoken: readonly [from: number, to: number]
  /**
   * The numbers of the changed sentences; n + 0.5 for an insertion between sentences n and n + 1.
   */
  readonly sentences: readonly [first: number, last: number]
  readonly blocks: readonly [first: number, last: number]
  /** True when whole blocks are deleted. */
  readonly whole: boolean
  /** The deleted words, normalized for comparison. */
  readonly deleted: string
  /**
   * The inserted words, normalized. Without any word, the inserted blank: `\n\n`, a space or `''`.
   */
  readonly inserted: string
}

/** The hunks of an amendment, or the reason why their place is not certain. */
export type Placement = { readonly hunks: readonly Hunk[] } | Misplaced

/**
 * Why the place of an amendment is not certain:
 * - `faulty`: a mark is not closed.
 * - `count`: the amendment gives more or fewer block numbers than it quotes blocks.
 * - `rank`: a quoted block is not the block with the given number.
 * - `missing`, `part`, `ambiguous`: a quoted block is not in the text, is only a part of a block,
 * or occurs several times.
 * - `nowhere`: no block is quoted.
 * - `crosses`: a change spans blocks that are not neighbours, or overlaps another change.
 * - `changed`, `around`, `moved`: since the base, the text changed at the hunk, or around its
 * insertion, or one side moved what the other edited.
 */
export interface Misplaced {
  readonly misplaced:
    | 'faulty'
    | 'count'
    | 'rank'
    | 'missing'
    | 'part'
    | 'ambiguous'
    | 'nowhere'
    | 'crosses'
    | 'changed'
    | 'around'
    | 'moved'
  /** The text whose place is not certain, or `''`. */
  readonly quote: string
}
