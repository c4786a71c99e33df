import type { Splice } from '../span.ts'

export type Operation =
  | 'insertion'
  | 'deletion'
  | 'replacement'
  | 'move'
  | 'split'
  | 'join'
  | 'renumbering'

/** One atomic edit of an amendment, in the coordinates of the text it starts from. */
export interface Hunk {
  /** Its place among the hunks of its amendment, from 1. */
  readonly rank: number
  /** The field it changes, such as `title` or `requests.partis`; `''` for the text itself. */
  readonly field: string
  readonly operation: Operation
  /**
   * The ordinal of the leaf block it changes first, or that a whole block put in follows; 0 before
   * the first, 1 in a field.
   */
  readonly block: number
  /**
   * The words of that block that it takes, from 0; the same number twice where it only adds, before
   * that word.
   */
  readonly tokens: readonly [from: number, to: number]
  /** As written, blanks at both ends dropped. */
  readonly old: string
  readonly new: string
  /** One, or two for a move: what is taken out, then where it goes. */
  readonly parts: readonly HunkPart[]
}

/** One splice of a hunk, and where it stands among the words and sentences of its base. */
export interface HunkPart {
  readonly splice: Splice
  /** Whether it puts whole blocks in between two others. */
  readonly between: boolean
  /** Words of the base, from 0: those it takes, or twice the one it adds before. */
  readonly words: readonly [from: number, to: number]
  /** How many words that hold a letter or a digit stand before the two ends. */
  readonly spoken: readonly [from: number, to: number]
  /** Sentences it touches; an addition between two sentences stands half-way. */
  readonly sentences: readonly [first: number, last: number]
  readonly blocks: readonly [first: number, last: number]
  /** Whether what it takes is all of its blocks. */
  readonly whole: boolean
  /**
   * What it takes and what it puts in, compared as words: two parts with one name at one place are
   * the same wish.
   */
  readonly takes: string
  readonly puts: string
}

/** The hunks of an amendment, or why they have no certain place. */
export type Placement = { readonly hunks: readonly Hunk[] } | Misplaced

/**
 * Why an amendment has no certain place: a mark is not closed (`faulty`), the ordinals are not as
 * many as the blocks quoted (`count`) or do not hold them (`rank`), a block quoted is not in the
 * text (`missing`), is but a part of a block (`part`) or is there several times (`ambiguous`),
 * nothing is quoted to say where (`nowhere`), one change spans blocks that do not follow each other
 * (`crosses`), the text changed at that very place (`changed`) or around what is put in (`around`),
 * or the passage was moved (`moved`).
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
  /** The passage in question, or `''`. */
  readonly quote: string
}
