import type { Splice } from '../span.ts'

export type Operation =
  | 'insertion'
  | 'deletion'
  | 'replacement'
  | 'move'
  | 'split'
  | 'join'
  | 'renumbering'

/** One atomic edit of an amendment. All positions are in the base, the text that it amends. */
export interface Hunk {
  /** The number of the edit in its amendment, from 1. */
  readonly rank: number
  /** The front matter field, such as `title` or `requests.partis`; `''` for the body. */
  readonly field: string
  readonly operation: Operation
  /**
   * The number, from 1, of the first changed block, or of the block before an insertion (0 before
   * the first block); 1 in a field.
   */
  readonly block: number
  /** The replaced words of that block, from 0; the next word twice for an insertion. */
  readonly wordsInBlock: readonly [from: number, to: number]
  /** The deleted text, trimmed. */
  readonly old: string
  readonly new: string
  /** One splice, or two for a move: the deletion, then the insertion. */
  readonly parts: readonly HunkPart[]
}

/** One splice of a hunk, and what it changes in the base. */
export interface HunkPart {
  readonly splice: Splice
  /** True when whole blocks are inserted between two others. */
  readonly between: boolean
  /** The replaced words of the base, from 0; the next word twice for an insertion. */
  readonly words: readonly [from: number, to: number]
  /** The same range, counting only words with a letter or digit. */
  readonly spoken: readonly [from: number, to: number]
  /** The changed sentences; n + 0.5 for an insertion between sentences n and n + 1. */
  readonly sentences: readonly [first: number, last: number]
  readonly blocks: readonly [first: number, last: number]
  /** True when whole blocks are deleted. */
  readonly whole: boolean
  /** The deleted text and (`inserted`) the inserted text, as compared words. */
  readonly deleted: string
  readonly inserted: string
}

/** The hunks of an amendment, or the reason why their place is not certain. */
export type Placement = { readonly hunks: readonly Hunk[] } | Misplaced

/**
 * Why the place of an amendment is not certain. `faulty`: a mark is not closed. `count`, `rank`:
 * the given block numbers do not match the quoted blocks. `missing`, `part`, `ambiguous`: a quoted
 * block is not in the text, is a part of a block, or occurs several times. `nowhere`: no block is
 * quoted. `crosses`: a change spans blocks that are not neighbours. `changed`, `around`, `moved`:
 * the text was changed there, was changed around the insertion, or was moved.
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
  /** The passage without a certain place, or `''`. */
  readonly quote: string
}
