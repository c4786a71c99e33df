import { commonEnds } from './words-add-up.ts'

/** A shorter text, in words and signs, may be repeated on purpose. */
const FEWEST_WORDS = 6
/**
 * Two copies begin with the same three words. Only this many earlier places of these are compared,
 * to save time.
 */
const MOST_PLACES = 4
/** UTF-16 units searched around the differences, so that no word is cut. */
const AROUND = 100

/**
 * True when a merge has a text twice in a row and neither side does. Each side added the same text,
 * and the merge of lines kept the two copies.
 */
export function repeatsPassage(
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
  merged: string,
): boolean {
  // One copy of a repeated passage is in the difference, and the other copy is in or beside the
  // difference.
  const { head, tail } = commonEnds([merged, ours, theirs])
  const reach = merged.length - head - tail + AROUND
  const near = (text: string) =>
    text.slice(Math.max(0, head - reach), text.length - Math.max(0, tail - reach))
  const repeated = [...repeatedPassages(near(merged))]
  if (repeated.length === 0) return false
  const [inOurs, inTheirs] = [repeatedPassages(near(ours)), repeatedPassages(near(theirs))]
  return repeated.some(
    ([passage, times]) => times > Math.max(inOurs.get(passage) ?? 0, inTheirs.get(passage) ?? 0),
  )
}

/** Each run of words that is repeated right after itself, with its number of repetitions. */
function repeatedPassages(text: string) {
  const words = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const [numbers, distinct] = numbered(words)
  const found = new Map<string, number>()
  /** The last place of each three words in a row. `earlier[place]` is the place before that one. */
  const last = new Map<number, number>()
  const earlier = new Int32Array(words.length)
  for (let at = 0; at < words.length; at++) {
    const three =
      ((numbers[at] as number) * distinct + (numbers[at + 1] ?? 0)) * distinct +
      (numbers[at + 2] ?? 0)
    const place = last.get(three) ?? -1
    for (
      let before = place, left = MOST_PLACES;
      before >= 0 && left > 0;
      before = earlier[before] as number, left--
    )
      note(before, at)
    earlier[at] = place
    last.set(three, at)
  }
  return found

  function note(before: number, at: number) {
    for (let index = before; index < at; index++)
      if (numbers[index] !== numbers[at + index - before]) return
    const passage = words.slice(before, at)
    if (passage.length < FEWEST_WORDS || !isProse(passage)) return
    const written = passage.join(' ')
    found.set(written, (found.get(written) ?? 0) + 1)
  }
}

/** The words as numbers from 1, equal for equal words. */
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

/** False for table cells and rows of signs, which are repeated by chance. */
function isProse(passage: readonly string[]) {
  const words = passage.filter((word) => /^[\p{L}\p{N}]/u.test(word)).length
  return words >= 2 && !passage.includes('|')
}
