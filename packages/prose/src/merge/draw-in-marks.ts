import { diffAsCriticMarkup } from '../criticmarkup/criticmarkup.ts'
import type { DiffPiece } from '../diff/diff-text.ts'
import type { Word } from '../diff/words-of.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import { type Atom, mergeWords, type Sides } from './merge-words.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * The text of a merge for people: each conflict in CriticMarkup around the fewest words, all
 * refused being ours there and all accepted theirs; what one side alone changed is settled. And how
 * many passages are so marked.
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
function disputesIn(
  piece: Extract<MergePiece, { kind: 'conflict' }>,
  granularity: Granularity,
): readonly DiffPiece[] | null {
  if (piece.isWhole === true) return null
  const { sides, atoms } = mergeWords(piece, granularity)
  const finer = atoms.map((atom): MergePiece => {
    if (atom.kind === 'word') return { kind: 'settled', text: atom.gap + atom.text }
    return { kind: 'conflict', base: between(sides.base, atom, 'base'), ...disputeIn(atom, sides) }
  })
  if (!atoms.some(({ kind }) => kind === 'dispute') || !wordsAddUp(piece, finer)) return null
  const shown: DiffPiece[] = []
  for (const atom of atoms) {
    const before = shown.at(-1)
    if (atom.kind === 'dispute') {
      const { ours, theirs } = disputeIn(atom, sides)
      shown.push({ same: false, old: ours, new: theirs })
    } else if (before?.same === false && atom.kept !== null) {
      // The blanks after a dispute go with it where each side has its own: a line that one took out
      // leaves none behind.
      const [ours, theirs] = [
        sides.ours[atom.kept.ours]?.gap ?? '',
        sides.theirs[atom.kept.theirs]?.gap ?? '',
      ]
      if (ours === theirs) shown.push(same(ours + atom.text))
      else
        shown.splice(
          -1,
          1,
          { same: false, old: before.old + ours, new: before.new + theirs },
          same(atom.text),
        )
    } else shown.push(same(atom.gap + atom.text))
  }
  return shown
}

type Dispute = Extract<Atom, { kind: 'dispute' }>

function disputeIn(
  atom: Dispute,
  sides: Sides,
): { readonly ours: string; readonly theirs: string } {
  return { ours: between(sides.ours, atom, 'ours'), theirs: between(sides.theirs, atom, 'theirs') }
}

function between(
  words: readonly Word[],
  { from, to }: Dispute,
  side: 'base' | 'ours' | 'theirs',
): string {
  return words
    .slice(from[side], to[side])
    .map(({ gap, text }) => gap + text)
    .join('')
}

function same(text: string): DiffPiece {
  return { same: true, old: text, new: text }
}
