import { isDeepStrictEqual } from 'node:util'
import type { Word } from '../diff/words-of.ts'

/** The unit of text that only one side may change without a conflict. */
export type Granularity = 'sentence' | 'word'

/** The common ancestor of a text, and the two versions to merge. */
export interface ThreeTexts extends Three<string> {
  /** True for a YAML file. In a Markdown file, only the front matter is YAML. */
  readonly isData?: boolean
}

export const SIDES = ['base', 'ours', 'theirs'] as const

export type Side = (typeof SIDES)[number]

/** A value for each of the three texts. */
export type Three<Value> = Readonly<Record<Side, Value>>

export function mapSides<Value>(of: (side: Side) => Value): Three<Value> {
  return { base: of('base'), ours: of('ours'), theirs: of('theirs') }
}

/** A part of a merge, in whole lines. A conflict with `isWhole` must not be merged in parts. */
export type MergePiece = { readonly kind: 'settled'; readonly text: string } | Conflict

export interface Conflict extends Three<string> {
  readonly kind: 'conflict'
  readonly isWhole?: boolean
}

/** The merged text; `null` when a conflict is left. */
export function settledText(pieces: readonly MergePiece[]): string | null {
  const texts = pieces.map((piece) => (piece.kind === 'settled' ? piece.text : null))
  return texts.includes(null) ? null : texts.join('')
}

export function settled(text: string): MergePiece {
  return { kind: 'settled', text }
}

/** The text of both sides, or of the only side that changed it; else `null`. */
export function agreedText({ base, ours, theirs }: Three<string>): string | null {
  return ours === theirs || theirs === base ? ours : ours === base ? theirs : null
}

export function withoutEmpty(pieces: readonly MergePiece[]): readonly MergePiece[] {
  return pieces.filter((piece) => piece.kind === 'conflict' || piece.text !== '')
}

export function conflictsIn(pieces: readonly MergePiece[]): number {
  return pieces.filter(({ kind }) => kind === 'conflict').length
}

export function areSame(some: readonly MergePiece[], others: readonly MergePiece[]): boolean {
  return isDeepStrictEqual(some, others)
}

export type SideWords = Three<readonly Word[]>

/** The index of a word, or of a gap between two words, in each of the three texts. */
export type WordPlace = Three<number>

/**
 * A word of a merge, or a dispute: a range of words in conflict. `kept`: the index of an unchanged
 * word in each text; `null` for a word that a side added.
 */
export type Atom =
  | {
      readonly kind: 'word'
      readonly gap: string
      readonly text: string
      readonly kept: WordPlace | null
    }
  | { readonly kind: 'dispute'; readonly from: WordPlace; readonly to: WordPlace }
