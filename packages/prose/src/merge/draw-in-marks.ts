import { diffAsCriticMarkup } from '../diff/diff-as-criticmarkup.ts'
import type { DiffPiece } from '../diff/diff-text.ts'
import type { Word } from '../diff/word.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import { type Atom, mergeWords, type Sides } from './merge-words.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * The text of a merge for people: each conflict in CriticMarkup around the fewest words, all refused being ours there and all accepted
 * theirs; what one side alone changed is settled. And how many passages are so marked.
 */
export function drawInMarks(
  pieces: readonly MergePiece[],
  granularity: Granularity,
): { readonly text: string; readonly conflicts: number } {
  const shown = pieces.flatMap((piece): readonly DiffPiece[] =>
    piece.kind === 'settled'
      ? [same(piece.text)]
      : (disputesIn(piece, granularity) ?? [{ same: false, old: piece.ours, new: piece.theirs }]),
  )
  return { text: diffAsCriticMarkup(shown), conflicts: shown.filter((piece) => !piece.same).length }
}

/** The words of a conflict, settled or in dispute; `null` when they would not add up. */
function disputesIn(piece: Extract<MergePiece, { kind: 'conflict' }>, granularity: Granularity): readonly DiffPiece[] | null {
  if (piece.isWhole === true) return null
  const { sides, atoms } = mergeWords(piece, granularity)
  const shown = atoms.map((atom): DiffPiece => (atom.kind === 'word' ? same(atom.gap + atom.text) : disputeIn(atom, sides)))
  const finer = atoms.map(
    (atom, index): MergePiece =>
      atom.kind === 'word'
        ? { kind: 'settled', text: shown[index]?.old ?? '' }
        : { kind: 'conflict', base: between(sides.base, atom, 'base'), ours: shown[index]?.old ?? '', theirs: shown[index]?.new ?? '' },
  )
  return shown.some((one) => !one.same) && wordsAddUp(piece, finer) ? shown : null
}

type Dispute = Extract<Atom, { kind: 'dispute' }>

function disputeIn(atom: Dispute, sides: Sides): DiffPiece {
  return { same: false, old: between(sides.ours, atom, 'ours'), new: between(sides.theirs, atom, 'theirs') }
}

function between(words: readonly Word[], { from, to }: Dispute, side: 'base' | 'ours' | 'theirs'): string {
  return words
    .slice(from[side], to[side])
    .map(({ gap, text }) => gap + text)
    .join('')
}

function same(text: string): DiffPiece {
  return { same: true, old: text, new: text }
}
