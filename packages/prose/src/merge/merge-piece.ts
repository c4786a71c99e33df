import type { Word } from '../diff/words-of.ts'

/** How far a merge goes inside a conflict of lines: to sentences, or to words. */
export type Granularity = 'sentence' | 'word'

/** The common ancestor of a text, and the two versions to merge. */
export interface ThreeTexts {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** True for a YAML file; of a Markdown file, only the front matter is YAML. */
  readonly isData?: boolean
}

/**
 * A stretch of a merge, in whole lines: merged, or in conflict. No part of a conflict that
 * `isWhole` may be merged.
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

/** The text of a merge without conflicts; `null` when it has one. */
export function settledText(pieces: readonly MergePiece[]): string | null {
  let text = ''
  for (const piece of pieces) {
    if (piece.kind === 'conflict') return null
    text += piece.text
  }
  return text
}

/** The number of conflicts in a merge. */
export function conflictsIn(pieces: readonly MergePiece[]): number {
  return pieces.filter(({ kind }) => kind === 'conflict').length
}

/** True when two merges are equal, piece by piece. */
export function areSame(some: readonly MergePiece[], others: readonly MergePiece[]): boolean {
  return some.length === others.length && some.every((piece, index) => isSame(piece, others[index]))
}

function isSame(one: MergePiece, other: MergePiece | undefined): boolean {
  if (one.kind === 'settled') return other?.kind === 'settled' && one.text === other.text
  if (other?.kind !== 'conflict') return false
  return (
    one.base === other.base &&
    one.ours === other.ours &&
    one.theirs === other.theirs &&
    one.isWhole === other.isWhole
  )
}

/** The words of three texts. */
export interface SideWords {
  readonly base: readonly Word[]
  readonly ours: readonly Word[]
  readonly theirs: readonly Word[]
}

/** The index of one word, or of a gap between two, in each of three texts. */
export interface WordPlace {
  readonly base: number
  readonly ours: number
  readonly theirs: number
}

/**
 * A word of a merge, or a dispute over a range of words. `kept` is where an unchanged word is in
 * each text; `null` for a word that a side added.
 */
export type Atom =
  | {
      readonly kind: 'word'
      readonly gap: string
      readonly text: string
      readonly kept: WordPlace | null
    }
  | { readonly kind: 'dispute'; readonly from: WordPlace; readonly to: WordPlace }
