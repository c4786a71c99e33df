import { foldCharacters, foldSpaces, keptUnits } from './fold-prose.ts'

/** Text, or a mark already in canonical form that stands between texts. */
export type Piece = { readonly text: string } | { readonly mark: string }

/** Folds the texts of one block: spaces are looked at as if the marks were not there, and each mark keeps its place among the words. */
export function foldPieces(pieces: readonly Piece[]): Piece[] {
  let raw = ''
  const marks: { readonly mark: string; readonly at: number }[] = []
  for (const piece of pieces) {
    if ('text' in piece) raw += foldCharacters(piece.text)
    else marks.push({ mark: piece.mark, at: raw.length })
  }
  const kept = keptUnits(raw)
  const words = foldSpaces(raw)
  const folded: Piece[] = []
  let read = 0
  let written = 0
  let from = 0
  const wordsUntil = (at: number) => {
    for (; read < at; read++) written += kept[read] as number
    if (written > from) folded.push({ text: words.slice(from, written) })
    from = written
  }
  for (const { mark, at } of marks) {
    wordsUntil(at)
    folded.push({ mark })
  }
  wordsUntil(raw.length)
  return folded
}
