import type { Word } from '../diff/words-of.ts'
import type { MergePiece } from './merge-piece.ts'
import type { Atom, Mark, Sides } from './merge-words.ts'

/**
 * The pieces of a merge of words, in whole lines: each dispute is widened to the nearest unchanged
 * words that open a line in all three texts, so that conflict markers can stand around it.
 */
export function wholeLines({
  sides,
  atoms,
}: {
  readonly sides: Sides
  readonly atoms: readonly Atom[]
}): readonly MergePiece[] {
  const pieces: MergePiece[] = []
  let settled = ''
  let index = 0
  for (const [first, last] of disputedStretches(atoms, sides)) {
    for (; index < first; index++) settled += written(atoms[index])
    const from = startOf(atoms[first])
    const to = startOf(atoms[last])
    settled += lineHead(gapOf(atoms[first]))
    if (settled !== '') pieces.push({ kind: 'settled', text: settled })
    const cut = (words: readonly Word[], side: keyof Mark) =>
      textBetween(words, from[side], to[side], last === atoms.length - 1)
    pieces.push({
      kind: 'conflict',
      base: cut(sides.base, 'base'),
      ours: cut(sides.ours, 'ours'),
      theirs: cut(sides.theirs, 'theirs'),
    })
    const end = atoms[last]
    settled =
      last === atoms.length - 1 || end?.kind !== 'word' ? '' : `${lineTail(end.gap)}${end.text}`
    index = last + 1
  }
  for (; index < atoms.length; index++) settled += written(atoms[index])
  if (settled !== '') pieces.push({ kind: 'settled', text: settled })
  return pieces
}

/**
 * Ranges of atoms, from an unchanged word that opens a line (or the very first atom) to the next
 * one (or the last atom).
 */
function disputedStretches(
  atoms: readonly Atom[],
  sides: Sides,
): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = []
  atoms.forEach((atom, index) => {
    if (atom.kind !== 'dispute') return
    let first = index
    while (first > 0 && !opensLine(atoms[first], sides)) first -= 1
    let last = index + 1
    while (last < atoms.length - 1 && !opensLine(atoms[last], sides)) last += 1
    const before = stretches.at(-1)
    if (before !== undefined && first <= before[1]) before[1] = Math.max(last, before[1])
    else stretches.push([first, last])
  })
  return stretches
}

function opensLine(atom: Atom | undefined, { base, ours, theirs }: Sides): boolean {
  if (atom?.kind !== 'word' || atom.kept === null) return false
  const { kept } = atom
  return [base[kept.base], ours[kept.ours], theirs[kept.theirs]].every((word) =>
    word?.gap.includes('\n'),
  )
}

function startOf(atom: Atom | undefined): Mark {
  const start = { base: 0, ours: 0, theirs: 0 }
  return (atom?.kind === 'dispute' ? atom.from : atom?.kept) ?? start
}

function textBetween(words: readonly Word[], from: number, to: number, toTheEnd: boolean): string {
  const first = words[from]
  if (from === to)
    return toTheEnd ? (from === 0 ? (first?.gap ?? '') : lineTail(first?.gap ?? '')) : ''
  const inside = words.slice(from + 1, to).map(({ gap, text }) => gap + text)
  const head = from === 0 ? (first?.gap ?? '') : lineTail(first?.gap ?? '')
  const close = words[to]?.gap ?? ''
  return `${head}${first?.text ?? ''}${inside.join('')}${toTheEnd ? close : lineHead(close)}`
}

function gapOf(atom: Atom | undefined): string {
  return atom?.kind === 'word' && atom.kept !== null ? atom.gap : ''
}

function written(atom: Atom | undefined): string {
  return atom?.kind === 'word' ? atom.gap + atom.text : ''
}

/** Blanks up to the end of the last line they close. */
export function lineHead(gap: string): string {
  return gap.slice(0, gap.lastIndexOf('\n') + 1)
}

/** Blanks that open the next. */
export function lineTail(gap: string): string {
  return gap.slice(gap.lastIndexOf('\n') + 1)
}
