import { lineRegions } from './line-regions.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import { mergeWords } from './merge-words.ts'
import { movedEdits } from './moved-lines.ts'
import { needsLineMerge } from './needs-line-merge.ts'
import { wholeLines } from './whole-lines.ts'
import { widerSide } from './wider-side.ts'
import { wordsAddUp } from './words-add-up.ts'

/** Three readings of a text. */
export interface ThreeTexts {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** A merge: its pieces in order, and whether anything in it was settled inside a conflict of lines, which is worth reading again. */
export interface Merge {
  readonly pieces: readonly MergePiece[]
  readonly beyondLines: boolean
}

/**
 * Merges prose. What lines settle stands byte for byte; only a conflict of lines is looked at by sentence or by word, and where the words
 * then do not add up, it stays a conflict. Symmetric: sides swapped give the same text and the same conflicts.
 */
export function mergeText(texts: ThreeTexts, granularity: Granularity = 'sentence'): Merge {
  const { base, ours, theirs } = texts
  if (ours === theirs || theirs === base) return { pieces: [{ kind: 'settled', text: ours }], beyondLines: false }
  if (ours === base) return { pieces: [{ kind: 'settled', text: theirs }], beyondLines: false }
  const lines = lineRegions(base, ours, theirs)
  if (lines.every(({ kind }) => kind === 'settled') || needsLineMerge(texts)) return { pieces: lines, beyondLines: false }
  let beyondLines = false
  const pieces = withMoves(lines, texts, granularity).flatMap((piece) => {
    const finer = inside(piece, granularity)
    if (finer !== null) beyondLines = true
    return finer ?? [piece]
  })
  return { pieces, beyondLines: beyondLines || pieces.length !== lines.length || pieces.some((piece, index) => piece !== lines[index]) }
}

/** The finer pieces of a conflict, when something in it can be settled and every word is accounted for. */
function inside(piece: MergePiece, granularity: Granularity): readonly MergePiece[] | null {
  if (piece.kind === 'settled') return null
  const words = mergeWords(piece, granularity)
  const finer = wholeLines(words)
  if (isSettled(finer)) return wordsAddUp(piece, finer) ? finer : null
  const wider = granularity === 'word' ? widerSide(words.sides) : null
  if (wider !== null) return [{ kind: 'settled', text: piece[wider] }]
  const helps = finer.some((one) => one.kind === 'settled' && /\S/.test(one.text))
  return helps && wordsAddUp(piece, finer) ? finer : null
}

function isSettled(pieces: readonly MergePiece[]): boolean {
  return pieces.every(({ kind }) => kind === 'settled')
}

/** Makes the edits of moved lines where the lines went, as far as that settles the conflict they left. */
function withMoves(lines: readonly MergePiece[], texts: ThreeTexts, granularity: Granularity): readonly MergePiece[] {
  const pieces = [...lines]
  lines.forEach((piece, index) => {
    if (piece.kind !== 'conflict' || inside(piece, granularity)?.every(({ kind }) => kind === 'settled')) return
    const moved = movedEdits(piece, texts)
    const rest = moved === null ? null : moved.rest.ours === moved.rest.base ? moved.rest.theirs : moved.rest.ours
    if (moved === null || rest === null) return
    const places = moved.edits.map((edit) => pieces.findIndex((one) => one.kind === 'settled' && one.text.includes(edit.moved)))
    if (places.includes(-1)) return
    moved.edits.forEach((edit, which) => {
      const at = places[which] ?? 0
      const target = pieces[at]
      if (target?.kind === 'settled') pieces[at] = { kind: 'settled', text: target.text.replace(edit.moved, () => edit.edited) }
    })
    pieces[index] = { kind: 'settled', text: rest }
  })
  return pieces
}
