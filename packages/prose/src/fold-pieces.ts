import { foldCharacters, keptText, keptUnits } from './fold-prose.ts'

/**
 * Text, or a mark already in canonical form that stands between texts: for a word (an image, code),
 * for a line's end, or for nothing that is read (where an emphasis or a link opens and closes).
 */
export type Piece =
  | { readonly text: string }
  | { readonly mark: string; readonly stands: 'word' | 'break' | 'nothing' }

/**
 * Folds the texts of one block: spaces are looked at across the marks that stand for nothing, and
 * each mark keeps its place among the words.
 */
export function foldPieces(
  pieces: readonly Piece[],
): ({ readonly text: string } | { readonly mark: string })[] {
  let raw = ''
  let run = ''
  const marks: { readonly mark: string; readonly from: number; readonly to: number }[] = []
  for (const piece of pieces) {
    if ('text' in piece) run += piece.text
    else {
      raw += foldCharacters(run)
      run = ''
      marks.push({
        mark: piece.mark,
        from: raw.length,
        to: raw.length + STANDS[piece.stands].length,
      })
      raw += STANDS[piece.stands]
    }
  }
  raw += foldCharacters(run)
  const kept = keptUnits(raw)
  const folded: ({ readonly text: string } | { readonly mark: string })[] = []
  let read = 0
  const wordsUntil = (at: number) => {
    const text = keptText(raw, kept, read, at)
    if (text !== '') folded.push({ text })
  }
  for (const { mark, from, to } of marks) {
    wordsUntil(from)
    folded.push({ mark })
    read = to
  }
  wordsUntil(raw.length)
  return folded
}

// What spaces see in the place of a mark: a letter keeps them, a colon drops them. It is never
// written.
const STANDS = { word: 'x', break: ':', nothing: '' } as const
