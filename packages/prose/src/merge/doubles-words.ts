import { COMMON_LETTERS, hasUncommonLetters } from '../letters.ts'
import { commonEnds } from './common-ends.ts'
import { remembered } from './remembered.ts'

/** A passage said twice in a row is looked for among the last places where it may have begun. */
const PLACES = 4
/**
 * A shorter passage, or the cells of a table, come twice in a row by chance, unless nothing but
 * blanks stands between.
 */
const SAID = 2

/** How many UTF-16 units on each side of what differs are looked at too, so that no word is cut. */
const AROUND = 100

/**
 * Whether a merge says something twice in a row that neither side does: as when both put in one
 * passage, and it was taken twice. Only passages of `least` words are looked at, and any when it is
 * not given.
 */
export function doublesWords(
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
  merged: string,
  least = 0,
): boolean {
  // What comes twice is no longer than what differs: the first time may stand just before it, or
  // the second just after.
  const { head, tail } = commonEnds([merged, ours, theirs])
  const reach = merged.length - head - tail + AROUND
  const near = (text: string) =>
    text.slice(Math.max(0, head - reach), text.length - Math.max(0, tail - reach))
  const doubled = [...passagesTwice(near(merged))].filter(
    ([passage]) => passage.split(' ').length >= least,
  )
  if (doubled.length === 0) return false
  const [inOurs, inTheirs] = [passagesTwice(near(ours)), passagesTwice(near(theirs))]
  return doubled.some(
    ([passage, times]) => times > Math.max(inOurs.get(passage) ?? 0, inTheirs.get(passage) ?? 0),
  )
}

/** The passages that come twice in a row, and how often they do. */
const passagesTwice = remembered((text): ReadonlyMap<string, number> => {
  const words =
    text.match(hasUncommonLetters(text) ? /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu : COMMON) ?? []
  const [numbers, distinct] = numbered(words)
  const found = new Map<string, number>()
  /** Where three words in a row stood last, and where before that. */
  const last = new Map<number, number>()
  const earlier = new Int32Array(words.length)
  for (let at = 0; at < words.length; at++) {
    for (let before = at - 1; before >= Math.max(0, at - 2); before--) note(before, at)
    const three =
      ((numbers[at] as number) * distinct + (numbers[at + 1] ?? 0)) * distinct +
      (numbers[at + 2] ?? 0)
    const place = last.get(three) ?? -1
    for (
      let before = place, left = PLACES;
      before >= 0 && left > 0;
      before = earlier[before] as number, left--
    )
      note(before, at)
    earlier[at] = place
    last.set(three, at)
  }
  return found

  function note(before: number, at: number): void {
    for (let index = before; index < at; index++)
      if (numbers[index] !== numbers[at + index - before]) return
    const passage = words.slice(before, at)
    if (!says(passage)) return
    const said = passage.join(' ')
    found.set(said, (found.get(said) ?? 0) + 1)
  }
})

const COMMON = new RegExp(`[${COMMON_LETTERS}]+|[^\\s${COMMON_LETTERS}]`, 'g')

/** A number for each word, the same for the same word, from 1; and one that is greater than all. */
function numbered(words: readonly string[]): readonly [numbers: Int32Array, greater: number] {
  const known = new Map<string, number>()
  const numbers = new Int32Array(words.length)
  words.forEach((word, place) => {
    const number = known.get(word) ?? known.size + 1
    if (number > known.size) known.set(word, number)
    numbers[place] = number
  })
  return [numbers, known.size + 1]
}

function says(passage: readonly string[]): boolean {
  const said = passage.filter((word) => /^[\p{L}\p{N}]/u.test(word)).length
  return (
    (said >= SAID && !passage.includes('|')) ||
    (said > 0 && said === passage.length && /\p{L}{2}/u.test(passage.join(' ')))
  )
}
