import type { Word } from './word.ts'
import { wordHunks } from './word-hunks.ts'
import { wordsOf } from './words-of.ts'

/** A stretch of two texts: the same in both, or what one became. Joined, `old` is the old text byte for byte, `new` the new one. */
export interface DiffPiece {
  readonly same: boolean
  readonly old: string
  readonly new: string
}

/** Words that a change may take in on each side so that emphasis, code and links stay whole. */
const REACH = 16

/**
 * What changed from one text to another, in hunks that people can read: whole words with what is elided before them, numbers with their
 * unit, emphasis and links as wholes. Changes of blanks and of typography are there too.
 */
export function diffText(old: string, young: string): readonly DiffPiece[] {
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
    steps.push({ same: false, old: written(oldWords.slice(oldStart, oldEnd)), new: written(youngWords.slice(newStart, newEnd)) })
    o = oldEnd
    y = newEnd
  }
  keepTo(oldWords.length)
  return trimmed(joined(wholes(joined(steps, false)), true))
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

function joined(steps: readonly DiffPiece[], sameToo: boolean): readonly DiffPiece[] {
  const pieces: DiffPiece[] = []
  for (const step of steps) {
    const last = pieces.at(-1)
    if (last !== undefined && last.same === step.same && (sameToo || !step.same))
      pieces[pieces.length - 1] = { same: last.same, old: last.old + step.old, new: last.new + step.new }
    else pieces.push(step)
  }
  return pieces
}

/** Widens each change that cuts through emphasis, code or a link, as far as the end of the block at most. */
function wholes(steps: readonly DiffPiece[]): readonly DiffPiece[] {
  const out: DiffPiece[] = []
  for (let index = 0; index < steps.length; index++) {
    let piece = steps[index] as DiffPiece
    if (piece.same || isWhole(piece)) {
      out.push(piece)
      continue
    }
    let taken = 0
    let next = index + 1
    for (let reach = 0; reach < REACH && !isWhole(piece); reach++) {
      const after = opens(piece) ? steps[next] : undefined
      const before = after === undefined ? out[out.length - 1 - taken] : undefined
      if (after !== undefined && !after.old.includes('\n')) {
        piece = { same: false, old: piece.old + after.old, new: piece.new + after.new }
        next += 1
      } else if (before !== undefined && !before.old.includes('\n')) {
        piece = { same: false, old: before.old + piece.old, new: before.new + piece.new }
        taken += 1
      } else break
    }
    if (isWhole(piece)) {
      out.length -= taken
      index = next - 1
      out.push(piece)
    } else out.push(steps[index] as DiffPiece)
  }
  return out
}

function isWhole({ old, new: young }: DiffPiece): boolean {
  return [old, young].every(
    (text) =>
      ['**', '`', '_'].every((sign) => text.split(sign).length % 2 === 1) &&
      text.split('[').length === text.split(']').length &&
      text.split('](').length === text.split(/\]\([^)]*\)/).length,
  )
}

function opens({ old, new: young }: DiffPiece): boolean {
  return [old, young].some(
    (text) => text.lastIndexOf('[') > text.lastIndexOf(']') || /\]\([^)]*$/.test(text) || /(?:\*\*|`|_)[^\s*`_][^*`_]*$/.test(text),
  )
}

/** Takes out of each change the blanks that both texts have at its beginning. */
function trimmed(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const out = pieces.flatMap((piece): readonly DiffPiece[] => {
    if (piece.same) return [piece]
    let head = 0
    while (head < piece.old.length && piece.old[head] === piece.new[head] && /\s/.test(piece.old.charAt(head))) head += 1
    const rest = { same: false, old: piece.old.slice(head), new: piece.new.slice(head) }
    return head === 0 ? [piece] : [{ same: true, old: piece.old.slice(0, head), new: piece.old.slice(0, head) }, rest]
  })
  return joined(out, true)
}
