import type { DiffHunk } from '../diff/common-run.ts'
import type { Word } from '../diff/words-of.ts'
import type { PlaceIn } from './side-places.ts'

/**
 * Words that one side spells otherwise in a passage that the other takes out. Spelling is no
 * dispute with words, but who mended a sentence meant it to stay.
 */
export function respeltWords(
  base: readonly Word[],
  side: readonly Word[],
  placeIn: PlaceIn,
  [own, others]: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): readonly DiffHunk[] {
  const changed = new Set(own.flatMap(({ oldStart, oldEnd }) => base.slice(oldStart, oldEnd)))
  return others.flatMap((hunk) => {
    if (hunk.newStart < hunk.newEnd) return []
    return base.slice(hunk.oldStart, hunk.oldEnd).flatMap((word, index): readonly DiffHunk[] => {
      const at = hunk.oldStart + index
      const place = placeIn(at)
      if (changed.has(word) || side[place]?.text === word.text) return []
      return [{ oldStart: at, oldEnd: at + 1, newStart: place, newEnd: place + 1 }]
    })
  })
}
