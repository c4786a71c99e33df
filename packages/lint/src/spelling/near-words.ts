import { memoize } from '@cahier/core'
import { endsWord, isLastEdge, type Lexicon, letterRankOf, nextOf } from './lexicon.ts'
import { ACCENT, DOUBLED, SLIP, SOUND, SOUNDS, SWAPPED, slipCosts } from './slip-costs.ts'

/**
 * A word of the lexicon, and the cost of the slips (typing errors) that give the unknown word: 6
 * for an ordinary slip.
 */
export interface NearWord {
  readonly word: string
  readonly cost: number
}

/**
 * At most five words that `word` may be a slip for, the likeliest first. Words that cost more than
 * `mostCost` may be missing.
 */
export function nearWords(
  lexicon: Lexicon,
  word: string,
  mostCost = Number.POSITIVE_INFINITY,
): readonly NearWord[] {
  if (word.length < 2 || word.length > LONGEST) return []
  const key = `${Math.min(mostCost, 2 * SLIP)} ${word}`
  const known = foundIn(lexicon)
  const found = known.get(key) ?? nearest(lexicon, word, mostCost)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, found)
  return found
}

const foundIn = memoize((_lexicon: Lexicon) => new Map<string, readonly NearWord[]>())
const MOST_KEPT = 10_000

function nearest(lexicon: Lexicon, word: string, mostCost: number): readonly NearWord[] {
  const budgets =
    word.length < 5 || mostCost <= SLIP ? [Math.min(SLIP, mostCost)] : [SLIP, 2 * SLIP]
  const most = Math.floor(word.length * MOST_A_LETTER)
  for (const budget of budgets) {
    const found = wordsWithin(lexicon, word, budget, Math.min(budget, most))
    if (found.length > 0)
      return found
        .sort(
          (a, b) =>
            a.cost - b.cost ||
            unlikeness(word, a.word) - unlikeness(word, b.word) ||
            (a.word < b.word ? -1 : 1),
        )
        .slice(0, MOST)
  }
  return []
}

/** A near word may cost at most this much for each letter of the unknown word. */
export const MOST_A_LETTER = 1.25

const LONGEST = 40
const MOST = 5
/** Extra cost of a slip on the first letter, which is rare. */
const FIRST_LETTER = 2
/** Above any cost looked for. Each cost is one byte, so it must stay below 256. */
const TOO_MUCH = 100

/**
 * The words that cost `most` or less, by a table of edit distances (Wagner and Fischer; Damerau).
 * Each letter on a path of the automaton fills one row. A path stops when no later letter can lower
 * its cost to `budget`.
 */
function wordsWithin(lexicon: Lexicon, word: string, budget: number, most: number): NearWord[] {
  const { letters, ranks, root, edges } = lexicon
  const { others, single, last, count } = slipCosts(lexicon)
  const length = word.length
  const width = length + 1
  /** The greatest difference of length: an inserted letter costs at least `DOUBLED`. */
  const band = Math.floor(budget / DOUBLED)
  const written = Uint8Array.from({ length }, (_, unit) => {
    const rank = ranks[word.charCodeAt(unit)] ?? -1
    return rank < 0 ? letters.length : rank
  })
  const tooMany = Uint8Array.from(written, (letter, unit) =>
    letter === written[unit - 1] || letter === written[unit + 1]
      ? DOUBLED
      : ((unit === length - 1 ? last : single)[letter] as number) + (unit === 0 ? FIRST_LETTER : 0),
  )
  /**
   * For each offset, the groups of letters of `word` that end there, each with a group that has the
   * same sound.
   */
  const sounds = Array.from({ length: width }, (_, end) =>
    SOUNDS.filter(([sound]) => word.endsWith(sound, end)).map(([{ length: size }, meant]) => ({
      size,
      meant: Array.from(meant, (letter) => ranks[letter.charCodeAt(0)] ?? -1),
    })),
  )
  const rows = new Uint8Array((length + band + 2) * width).fill(TOO_MUCH)
  rows[0] = 0
  for (let unit = 1; unit < width; unit++)
    rows[unit] = Math.min(TOO_MUCH, (rows[unit - 1] as number) + (tooMany[unit - 1] as number))
  const path = new Uint8Array(length + band + 2)
  const found: NearWord[] = []

  const walk = (node: number, depth: number) => {
    for (let at = node; ; at++) {
      const edge = edges[at] as number
      path[depth] = letterRankOf(edge)
      const least = fillRow(depth + 1)
      const cost = rows[(depth + 1) * width + length] as number
      if (endsWord(edge) && cost <= most) {
        const spelt = Array.from(path.subarray(0, depth + 1), (rank) => letters.charAt(rank))
        found.push({ word: spelt.join(''), cost })
      }
      if (least <= budget + SLIP - SWAPPED && nextOf(edge) > 0 && depth < length + band - 1)
        walk(nextOf(edge), depth + 1)
      if (isLastEdge(edge)) break
    }
  }

  const fillRow = (depth: number) => {
    const letter = path[depth - 1] as number
    const before = path[depth - 2] ?? -1
    const row = depth * width
    const above = row - width
    let least = TOO_MUCH
    const from = Math.max(0, depth - band)
    const to = Math.min(length, depth + band)
    if (from > 0) rows[row + from - 1] = TOO_MUCH
    if (to < length) rows[row + to + 1] = TOO_MUCH
    for (let unit = from; unit <= to; unit++) {
      const isTwice = letter === before || letter === written[unit]
      const tooFew = isTwice
        ? DOUBLED
        : ((unit === length ? last : single)[letter] as number) + (depth === 1 ? FIRST_LETTER : 0)
      let cost = (rows[above + unit] as number) + tooFew
      if (unit > 0) {
        const here = written[unit - 1] as number
        const other = others[here * count + letter] as number
        const isFirst = other > ACCENT && depth === 1 && unit === 1
        cost = Math.min(
          cost,
          (rows[above + unit - 1] as number) + other + (isFirst ? FIRST_LETTER : 0),
          (rows[row + unit - 1] as number) + (tooMany[unit - 1] as number),
        )
        if (depth > 1 && unit > 1 && here === before && letter === written[unit - 2])
          cost = Math.min(cost, (rows[above - width + unit - 2] as number) + SWAPPED)
        for (const { size, meant } of sounds[unit] ?? [])
          if (
            meant.at(-1) === letter &&
            meant.length <= depth &&
            meant.every((one, at) => path[depth - meant.length + at] === one)
          )
            cost = Math.min(
              cost,
              (rows[row - meant.length * width + unit - size] as number) + SOUND,
            )
      }
      rows[row + unit] = Math.min(cost, TOO_MUCH)
      if (cost < least) least = cost
    }
    return least
  }

  walk(root, 0)
  return found
}

// Among words of equal cost, the most similar come first and names come last.
function unlikeness(word: string, near: string) {
  let same = 0
  while (same < near.length && word[word.length - 1 - same] === near[near.length - 1 - same]) same++
  return (
    Math.abs(word.length - near.length) * 2 -
    Math.min(same, 4) +
    (word[0] === near[0] ? 0 : 3) +
    (/^\p{Lu}/u.test(near) ? 6 : 0)
  )
}
