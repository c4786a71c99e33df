import type { DiffHunk } from '../diff/common-subsequence.ts'
import type { Word } from '../diff/words-of.ts'
import type { PlaceIn } from './change-groups.ts'
import type { Atom, SideWords } from './merge-piece.ts'
import type { SideChange } from './side-change.ts'

/**
 * The words that a change adds, with the corrections of spelling and spaces that the other side
 * made in the replaced words.
 */
export function addedWords(
  change: SideChange,
  sides: SideWords,
  placeIn: Readonly<Record<'ours' | 'theirs', PlaceIn>>,
): readonly Atom[] {
  const side = change.by === 'theirs' ? sides.theirs : sides.ours
  const otherAt = (index: number) =>
    change.by === 'ours' ? sides.theirs[placeIn.theirs(index)] : sides.ours[placeIn.ours(index)]
  const spelling = new Map<string, string>()
  const spacing = new Map<string, string>()
  for (let index = change.oldStart; index < change.oldEnd; index++) {
    const [old, other] = [sides.base[index], otherAt(index)]
    if (old === undefined || other === undefined || other.key !== old.key) continue
    if (other.text !== old.text) spelling.set(old.text, other.text)
    const [before, otherBefore] = [sides.base[index - 1], otherAt(index - 1)]
    const isSpaced =
      index > change.oldStart && otherBefore?.key === before?.key && !/\n/.test(old.gap + other.gap)
    if (isSpaced) spacing.set(placeOf(before, old), other.gap)
  }
  const put = side.slice(change.newStart, change.newEnd)
  const [figures, oldFigures] = [
    put.filter(hasBlank),
    sides.base.slice(change.oldStart, change.oldEnd).filter(hasBlank),
  ]
  const respaced = (word: Word) => {
    const old = figures.length === oldFigures.length ? oldFigures[figures.indexOf(word)] : undefined
    return old === undefined
      ? word.text
      : withBlanksOf(word.text, old.text, spelling.get(old.text) ?? old.text)
  }
  return put.map((word, index) => {
    const plain: Atom = { kind: 'word', gap: word.gap, text: word.text, kept: null }
    if (change.by === 'both') {
      const same = sides.theirs[change.twinStart + index]
      return same === undefined
        ? plain
        : {
            ...plain,
            gap: mergedSpelling(null, word.gap, same.gap, 'both'),
            text: mergedSpelling(null, word.text, same.text, 'both'),
          }
    }
    if (change.adds) return plain
    const text = spelling.get(word.text) ?? respaced(word)
    const before = sides.base[change.oldStart]
    const spaced =
      index === 0 && word.gap === before?.gap
        ? otherAt(change.oldStart)?.gap
        : spacing.get(placeOf(side[change.newStart + index - 1], word))
    return { ...plain, gap: spaced ?? word.gap, text }
  })
}

const BLANK = /[ \u00A0\u202F\u2009]/g

function hasBlank({ text }: Word) {
  return text.search(BLANK) >= 0
}

/**
 * Gives a word the blanks that the other side gave to the word it replaces. If `50 %` got a
 * no-break space, its replacement `30 %` gets one.
 */
function withBlanksOf(text: string, old: string, other: string) {
  const blanksIn = (word: string) => word.match(BLANK) ?? []
  const [before, now] = [blanksIn(old), blanksIn(other)]
  let at = -blanksIn(text).length
  return text.replace(BLANK, (blank) => {
    const place = at++
    return before.at(place) === blank && now.length === before.length
      ? (now.at(place) ?? blank)
      : blank
  })
}

function placeOf(before: Word | undefined, { gap, key }: Word) {
  return `${before?.key}${gap}${key}`
}

/**
 * The words that a side respelled inside a deletion of the other side. They count as changes, so
 * that the deletion is a conflict.
 */
export function respelledWords(
  base: readonly Word[],
  side: readonly Word[],
  placeIn: PlaceIn,
  [own, others]: readonly [readonly DiffHunk[], readonly DiffHunk[]],
): readonly DiffHunk[] {
  const changed = new Set(own.flatMap(({ oldStart, oldEnd }) => base.slice(oldStart, oldEnd)))
  return others.flatMap((hunk) => {
    if (hunk.newStart < hunk.newEnd) return []
    return base.slice(hunk.oldStart, hunk.oldEnd).flatMap((word, index) => {
      const at = hunk.oldStart + index
      const place = placeIn(at)
      if (changed.has(word) || side[place]?.text === word.text) return []
      return [{ oldStart: at, oldEnd: at + 1, newStart: place, newEnd: place + 1 }]
    })
  })
}

/**
 * Merges the spelling of a word, or the blanks before a word. Takes the form of the only side that
 * changed the word, else of the side named by `changed`. For `both`, a fixed rule chooses the form,
 * so that swapping the sides changes nothing. `base` is `null` for an added word.
 */
export function mergedSpelling(
  base: string | null,
  ours: string,
  theirs: string,
  changed: 'ours' | 'theirs' | 'both',
): string {
  if (ours === theirs || theirs === base) return ours
  if (ours === base) return theirs
  if (changed !== 'both') return changed === 'ours' ? ours : theirs
  const lines = (text: string) => text.split('\n').length
  const order =
    lines(ours) - lines(theirs) || ours.length - theirs.length || (ours < theirs ? -1 : 1)
  return order > 0 ? ours : theirs
}
