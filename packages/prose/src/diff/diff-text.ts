import { withWholes } from './with-wholes.ts'
import type { Word } from './word.ts'
import { wordHunks } from './word-hunks.ts'
import { wordsOf } from './words-of.ts'

/**
 * A stretch of two texts: the same in both, or what one became. Joined, `old` is the old text byte
 * for byte, `new` the new one.
 */
export interface DiffPiece {
  readonly same: boolean
  readonly old: string
  readonly new: string
}

/**
 * What changed from one text to another, in hunks that people can read: whole words with what is
 * elided before them, numbers with their unit, links, notes, citations, code and short emphasis as
 * wholes. Changes of blanks and of typography are there too.
 */
export function diffText(old: string, young: string): readonly DiffPiece[] {
  return trimmed(joined(withWholes(diffWords(old, young))))
}

/** The same to the word: a change may stand inside a link or inside emphasis. */
export function diffWords(old: string, young: string): readonly DiffPiece[] {
  const oldWords = wordsOf(old)
  const youngWords = wordsOf(young)
  const steps: DiffPiece[] = []
  let o = 0
  let y = 0
  const keepTo = (end: number) => {
    for (; o < end; o++, y++) steps.push(...stepsOf(oldWords[o] as Word, youngWords[y] as Word))
  }
  for (const { oldStart, oldEnd, newStart, newEnd } of wordHunks(oldWords, youngWords)) {
    keepTo(oldStart)
    steps.push({
      same: false,
      old: written(oldWords.slice(oldStart, oldEnd)),
      new: written(youngWords.slice(newStart, newEnd)),
    })
    o = oldEnd
    y = newEnd
  }
  keepTo(oldWords.length)
  return joined(steps)
}

function stepsOf(old: Word, young: Word): readonly DiffPiece[] {
  const parts = [
    [old.gap, young.gap],
    [old.text, young.text],
  ] as const
  return parts
    .map(([before, after]) => ({ same: before === after, old: before, new: after }))
    .filter((step) => step.old !== '' || step.new !== '')
}

function written(words: readonly Word[]): string {
  return words.map(({ gap, text }) => gap + text).join('')
}

function joined(steps: readonly DiffPiece[]): readonly DiffPiece[] {
  const pieces: DiffPiece[] = []
  for (const step of steps) {
    const last = pieces.at(-1)
    if (last !== undefined && last.same === step.same)
      pieces[pieces.length - 1] = {
        same: last.same,
        old: last.old + step.old,
        new: last.new + step.new,
      }
    else pieces.push(step)
  }
  return pieces
}

/** Takes out of each change the blanks that both texts have at its beginning. */
function trimmed(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const out = pieces.flatMap((piece): readonly DiffPiece[] => {
    if (piece.same) return [piece]
    let head = 0
    while (
      head < piece.old.length &&
      piece.old[head] === piece.new[head] &&
      /\s/.test(piece.old.charAt(head))
    )
      head += 1
    const rest = { same: false, old: piece.old.slice(head), new: piece.new.slice(head) }
    return head === 0
      ? [piece]
      : [{ same: true, old: piece.old.slice(0, head), new: piece.old.slice(0, head) }, rest]
  })
  return joined(out)
}
