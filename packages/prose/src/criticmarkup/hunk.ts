import type { Splice } from '../span.ts'

export type Operation =
  | 'insertion'
  | 'deletion'
  | 'replacement'
  | 'move'
  | 'split'
  | 'join'
  | 'renumbering'

/** One atomic edit of an amendment, in coordinates of its base. */
export interface Hunk {
  /** Its number in its amendment, from 1. */
  readonly rank: number
  /** The field that it changes, such as `title` or `requests.partis`; `''` for the text. */
  readonly field: string
  readonly operation: Operation
  /**
   * The ordinal of the first changed leaf block, or of the one before inserted blocks; 0 before the
   * first, 1 in a field.
   */
  readonly block: number
  /** The words of that block that it replaces, from 0; twice the same index for an insertion. */
  readonly tokens: readonly [from: number, to: number]
  /** Trimmed. */
  readonly old: string
  readonly new: string
  /** One, or two for a move: the deletion, then the insertion. */
  readonly parts: readonly HunkPart[]
}

/** One splice of a hunk, with its words, sentences and blocks in the base. */
export interface HunkPart {
  readonly splice: Splice
  /** True when it inserts whole blocks between two others. */
  readonly between: boolean
  /** The replaced words of the base, from 0; twice the next word for an insertion. */
  readonly words: readonly [from: number, to: number]
  /** The number of words with a letter or digit before each end. */
  readonly spoken: readonly [from: number, to: number]
  /** The touched sentences; an insertion between two has half a number. */
  readonly sentences: readonly [first: number, last: number]
  readonly blocks: readonly [first: number, last: number]
  /** True when it deletes whole blocks. */
  readonly whole: boolean
  /** The replaced and the inserted text, as compared words. */
  readonly takes: string
  readonly puts: string
}

/** The hunks of an amendment, or the reason why it has no certain place. */
export type Placement = { readonly hunks: readonly Hunk[] } | Misplaced

/**
 * Why an amendment has no certain place. `faulty`: a mark is not closed. `count`, `rank`: the
 * ordinals do not match the quoted blocks. `missing`, `part`, `ambiguous`: a quoted block is not in
 * the text, is a part of a block, or is there several times. `nowhere`: it quotes nothing.
 * `crosses`: a change spans blocks that are not neighbours. `changed`, `around`, `moved`: the text
 * changed there, around the insertion, or was moved.
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
