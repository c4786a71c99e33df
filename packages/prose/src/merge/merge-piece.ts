/** How far a merge goes inside a conflict of lines: to sentences, or to words. */
export type Granularity = 'sentence' | 'word'

/**
 * A stretch of a merge: settled, or three readings of one passage, whole lines each, `isWhole` when
 * nothing finer may be taken from it.
 */
export type MergePiece =
  | { readonly kind: 'settled'; readonly text: string }
  | {
      readonly kind: 'conflict'
      readonly base: string
      readonly ours: string
      readonly theirs: string
      readonly isWhole?: boolean
    }
