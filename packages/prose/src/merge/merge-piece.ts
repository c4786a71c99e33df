import type { Word } from '../diff/words-of.ts'

/** What a merge may combine when both sides changed the same lines. */
export type Granularity = 'sentence' | 'word'

/** The common ancestor of a text, and the two versions to merge. */
export interface ThreeTexts {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** True for a YAML file. In a Markdown file, only the front matter is YAML. */
  readonly isData?: boolean
}

/** A part of a merge, in whole lines. A conflict with `isWhole` must not be merged in parts. */
export type MergePiece =
  | { readonly kind: 'settled'; readonly text: string }
  | {
      readonly kind: 'conflict'
      readonly base: string
      readonly ours: string
      readonly theirs: string
      readonly isWhole?: boolean
    }

/** The merged text; `null` when a conflict is left. */
export function settledText(pieces: readonly MergePiece[]): string | null {
  let text = ''
  for (const piece of pieces) {
    if (piece.kind === 'conflict') return null
    text += piece.text
  }
  return text
}

export function conflictsIn(pieces: readonly MergePiece[]): number {
  return pieces.filter(({ kind }) => kind === 'conflict').length
}

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

export interface SideWords {
  readonly base: readonly Word[]
  readonly ours: readonly Word[]
  readonly theirs: readonly Word[]
}

/** The index of a word, or of a gap between two words, in each of the three texts. */
export interface WordPlace {
  readonly base: number
  readonly ours: number
  readonly theirs: number
}

/**
 * A word of a merge, or a dispute over a range of words. `kept`: the index of an unchanged word in
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
