import type { Word } from '../diff/words-of.ts'
import { meets, PASSAGE_CHECKS } from './checks.ts'
import {
  type Atom,
  type Conflict,
  type Granularity,
  type MergePiece,
  mapSides,
  SIDES,
  type SideWords,
  settled,
  withoutEmpty,
} from './merge-piece.ts'
import { lineHead, lineTail, mergeWords } from './merge-words.ts'

/**
 * Merges a conflict of lines by words or sentences; keeps it when a check fails. `inCode`: the
 * piece begins inside a fenced block.
 */
export function mergePassage(
  piece: MergePiece,
  granularity: Granularity,
  inCode = false,
): readonly MergePiece[] {
  if (piece.kind === 'settled' || piece.isWhole === true) return [piece]
  const { base, ours, theirs } = piece
  // Puts a line end first, so that the first word begins a line.
  const words = mergeWords(
    { base: `\n${base}`, ours: `\n${ours}`, theirs: `\n${theirs}` },
    granularity,
    inCode,
  )
  const [first, ...rest] = wholeLines(words.words, words.atoms)
  const pieces = first === undefined ? [] : [...withoutFirstBreak(first, piece), ...rest]
  return meets(PASSAGE_CHECKS, { ...words, texts: { base, ours, theirs }, pieces })
    ? pieces
    : [piece]
}

/**
 * Removes the line end that `mergePassage` added, and the blank lines that a deleted paragraph
 * left.
 */
function withoutFirstBreak(first: MergePiece, texts: Conflict): readonly MergePiece[] {
  if (first.kind === 'conflict') return [{ ...first, ...mapSides((side) => first[side].slice(1)) }]
  const isAfterBlank = SIDES.some((side) => /^\s*\n/.test(texts[side]))
  const breaks = isAfterBlank ? /^\n/ : /^(?:[ \t]*\r?\n)+/
  return withoutEmpty([settled(first.text.replace(breaks, ''))])
}

/**
 * Writes a merge of words in whole lines. Each dispute (words in conflict) is widened to the
 * nearest unchanged words that begin a line in all three texts, to fit between conflict markers.
 */
function wholeLines(sides: SideWords, atoms: readonly Atom[]) {
  const pieces: MergePiece[] = []
  let settled = ''
  let index = 0
  for (const [first, last] of disputedStretches(atoms, sides)) {
    for (; index < first; index++) settled += written(atoms[index])
    const from = startOf(atoms[first])
    const to = startOf(atoms[last])
    settled += lineHead(gapOf(atoms[first]))
    if (settled !== '') pieces.push({ kind: 'settled', text: settled })
    const isLast = last === atoms.length - 1
    pieces.push({
      kind: 'conflict',
      ...mapSides((side) => textBetween(sides[side], from[side], to[side], isLast)),
    })
    const end = atoms[last]
    settled = isLast || end?.kind !== 'word' ? '' : `${lineTail(end.gap)}${end.text}`
    index = last + 1
  }
  for (; index < atoms.length; index++) settled += written(atoms[index])
  if (settled !== '') pieces.push({ kind: 'settled', text: settled })
  return pieces
}

function disputedStretches(atoms: readonly Atom[], sides: SideWords) {
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

function opensLine(atom: Atom | undefined, sides: SideWords) {
  if (atom?.kind !== 'word' || atom.kept === null) return false
  const { kept } = atom
  return SIDES.every((side) => sides[side][kept[side]]?.gap.includes('\n'))
}

function startOf(atom: Atom | undefined) {
  const start = { base: 0, ours: 0, theirs: 0 }
  return (atom?.kind === 'dispute' ? atom.from : atom?.kept) ?? start
}

function textBetween(words: readonly Word[], from: number, to: number, toTheEnd: boolean) {
  const first = words[from]
  if (from === to)
    return toTheEnd ? (from === 0 ? (first?.gap ?? '') : lineTail(first?.gap ?? '')) : ''
  const inside = words.slice(from + 1, to).map(({ gap, text }) => gap + text)
  const head = from === 0 ? (first?.gap ?? '') : lineTail(first?.gap ?? '')
  const close = words[to]?.gap ?? ''
  return `${head}${first?.text ?? ''}${inside.join('')}${toTheEnd ? close : lineHead(close)}`
}

function gapOf(atom: Atom | undefined) {
  return atom?.kind === 'word' && atom.kept !== null ? atom.gap : ''
}

function written(atom: Atom | undefined) {
  return atom?.kind === 'word' ? atom.gap + atom.text : ''
}
