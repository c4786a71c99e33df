import type { Splice } from '../spliced.ts'

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
