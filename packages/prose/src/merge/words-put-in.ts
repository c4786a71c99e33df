import type { Word } from '../diff/words-of.ts'
import type { Atom, Sides } from './merge-words.ts'
import { settledSpacing } from './settled-spacing.ts'
import type { SideChange } from './side-change.ts'
import type { PlaceIn } from './side-places.ts'

/**
 * The words that a change puts in; what the other side only spelt or spaced otherwise is kept where
 * the words are still the old ones.
 */
export function wordsPutIn(
  change: SideChange,
  sides: Sides,
  placeIn: Readonly<Record<'ours' | 'theirs', PlaceIn>>,
): readonly Atom[] {
  const side = change.by === 'theirs' ? sides.theirs : sides.ours
  const otherAt = (index: number) =>
    change.by === 'ours' ? sides.theirs[placeIn.theirs(index)] : sides.ours[placeIn.ours(index)]
  // What the other side only spelt or spaced otherwise, where this side's words, or two neighbours,
  // are still the old ones.
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
  const respaced = (word: Word): string => {
    const old = figures.length === oldFigures.length ? oldFigures[figures.indexOf(word)] : undefined
    return old === undefined
      ? word.text
      : withBlanksOf(word.text, old.text, spelling.get(old.text) ?? old.text)
  }
  return put.map((word, index): Atom => {
    const plain: Atom = { kind: 'word', gap: word.gap, text: word.text, kept: null }
    if (change.by === 'both') {
      const same = sides.theirs[change.twinStart + index]
      return same === undefined
        ? plain
        : {
            ...plain,
            gap: settledSpacing(null, word.gap, same.gap, 'both'),
            text: settledSpacing(null, word.text, same.text, 'both'),
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

/** Whether a word is several that a blank holds together: a number and its unit, a date. */
function hasBlank({ text }: Word): boolean {
  return text.search(BLANK) >= 0
}

/**
 * A word with the blanks that the other side put in the word it replaces, from the last one: `30 %`
 * where `50 %` got a no-break space.
 */
function withBlanksOf(text: string, old: string, other: string): string {
  const blanksIn = (word: string): readonly string[] => word.match(BLANK) ?? []
  const [before, now] = [blanksIn(old), blanksIn(other)]
  let at = -blanksIn(text).length
  return text.replace(BLANK, (blank) => {
    const place = at++
    return before.at(place) === blank && now.length === before.length
      ? (now.at(place) ?? blank)
      : blank
  })
}

function placeOf(before: Word | undefined, { gap, key }: Word): string {
  return `${before?.key}${gap}${key}`
}
