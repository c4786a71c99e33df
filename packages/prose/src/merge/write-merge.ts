import { diffAsCriticMarkup } from '../criticmarkup/criticmarkup.ts'
import type { DiffPiece } from '../diff/diff-text.ts'
import type { Word } from '../diff/words-of.ts'
import { textLines } from './merge-lines.ts'
import {
  type Conflict,
  conflictsIn,
  type Granularity,
  type MergePiece,
  mapSides,
  settled,
} from './merge-piece.ts'
import { mergeWords } from './merge-words.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * How conflicts are written, as in git: with markers, as one side, or as the two sides (`union`).
 */
export interface ConflictStyle {
  readonly style: 'merge' | 'diff3' | 'zdiff3' | 'ours' | 'theirs' | 'union'
  /** Ours, base, theirs. */
  readonly labels: readonly [string, string, string]
  readonly markerSize: number
}

/** Writes a merge as text, and counts its conflicts. */
export function writeMerge(
  pieces: readonly MergePiece[],
  drawing: ConflictStyle,
): { readonly text: string; readonly conflicts: number } {
  let conflicts = 0
  const text = pieces.map((piece) => {
    if (piece.kind === 'settled') return piece.text
    if (drawing.style === 'ours') return piece.ours
    if (drawing.style === 'theirs') return piece.theirs
    if (drawing.style === 'union') return withLineEnd(piece.ours) + piece.theirs
    conflicts += 1
    return drawConflict(piece, drawing)
  })
  return { text: text.join(''), conflicts }
}

function drawConflict(piece: Conflict, { style, labels, markerSize }: ConflictStyle) {
  const ours = textLines(piece.ours)
  const theirs = textLines(piece.theirs)
  const most =
    style === 'diff3' || piece.isWhole === true ? 0 : Math.min(ours.length, theirs.length)
  let head = 0
  while (head < most && ours[head] === theirs[head]) head += 1
  let tail = 0
  while (tail < most - head && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail])
    tail += 1
  const end = /\r\n/.test(piece.ours + piece.theirs + piece.base) ? '\r\n' : '\n'
  const marker = (sign: string, label: string) =>
    `${sign.repeat(markerSize)}${label && ` ${label}`}${end}`
  const inner = (lines: readonly string[]) =>
    withLineEnd(lines.slice(head, lines.length - tail).join(''), end)
  const middle = style === 'merge' ? '' : marker('|', labels[1]) + withLineEnd(piece.base, end)
  return [
    ...ours.slice(0, head),
    marker('<', labels[0]),
    inner(ours),
    middle,
    marker('=', ''),
    inner(theirs),
    marker('>', labels[2]),
    ...ours.slice(ours.length - tail),
  ].join('')
}

function withLineEnd(text: string, end = '\n') {
  return text === '' || text.endsWith('\n') ? text : text + end
}

/**
 * Writes a merge with each conflict as CriticMarkup around as few words as possible, and counts
 * these marks. Rejecting a mark gives ours; accepting it gives theirs.
 */
export function writeMergeInMarks(
  pieces: readonly MergePiece[],
  granularity: Granularity,
): { readonly text: string; readonly conflicts: number } {
  const shown = pieces.flatMap((piece) =>
    piece.kind === 'settled'
      ? [same(piece.text)]
      : (disputesIn(piece, granularity) ?? [{ same: false, old: piece.ours, new: piece.theirs }]),
  )
  return { text: diffAsCriticMarkup(shown), conflicts: shown.filter((piece) => !piece.same).length }
}

function disputesIn(piece: Conflict, granularity: Granularity): readonly DiffPiece[] | null {
  if (piece.isWhole === true) return null
  const { words: sides, atoms } = mergeWords(piece, granularity)
  const finer = atoms.map(
    (atom): MergePiece =>
      atom.kind === 'word'
        ? settled(atom.gap + atom.text)
        : {
            kind: 'conflict',
            ...mapSides((side) => writtenWords(sides[side].slice(atom.from[side], atom.to[side]))),
          },
  )
  if (conflictsIn(finer) === 0 || !wordsAddUp(piece, finer)) return null
  const shown: DiffPiece[] = []
  for (const [index, part] of finer.entries()) {
    const before = shown.at(-1)
    const atom = atoms[index]
    if (part.kind === 'conflict') shown.push({ same: false, old: part.ours, new: part.theirs })
    else if (before?.same === false && atom?.kind === 'word' && atom.kept !== null) {
      // Blanks that differ after a dispute belong to the dispute, so that a deleted line leaves no
      // blank line.
      const ours = sides.ours[atom.kept.ours]?.gap ?? ''
      const theirs = sides.theirs[atom.kept.theirs]?.gap ?? ''
      if (ours === theirs) shown.push(same(ours + atom.text))
      else {
        shown.pop()
        shown.push({ same: false, old: before.old + ours, new: before.new + theirs })
        shown.push(same(atom.text))
      }
    } else shown.push(same(part.text))
  }
  return shown
}

function writtenWords(words: readonly Word[]) {
  return words.map(({ gap, text }) => gap + text).join('')
}

function same(text: string) {
  return { same: true, old: text, new: text }
}
