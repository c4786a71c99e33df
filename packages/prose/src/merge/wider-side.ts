import type { Word } from '../diff/word.ts'

type Three<T> = Readonly<Record<'base' | 'ours' | 'theirs', T>>

/**
 * In a dispute over ranges of words, the side whose change holds the other's: each word that the other took out, it took out too, each word
 * that the other put in, it put in too, at least as often, and beside the same words. `null` when neither does, both do, one adds neither a
 * word nor signs around a word, one denies what the other does not, or the dispute runs over several blocks: that is for people.
 */
export function widerSide(sides: Three<readonly Word[]>, ranges: Three<readonly [start: number, end: number]>): 'ours' | 'theirs' | null {
  const counts = new Map<string, [base: number, ours: number, theirs: number]>()
  for (const [column, name] of (['base', 'ours', 'theirs'] as const).entries()) {
    const words = sides[name].slice(...ranges[name])
    if (words[0]?.block !== words.at(-1)?.block) return null
    for (const { key } of words) {
      const row = counts.get(key) ?? [0, 0, 0]
      row[column] = (row[column] ?? 0) + 1
      counts.set(key, row)
    }
  }
  const rows = [...counts.values()]
  const added = (column: 1 | 2) => [...counts].some(([key, row]) => row[column] > row[0] && /[\p{L}\p{N}`*_"]/u.test(key))
  if (!added(1) || !added(2)) return null
  const oursWider = rows.every(([base, ours, theirs]) => holds(ours - base, theirs - base)) && hasNewPairs(sides, ranges, 'theirs', 'ours')
  const theirsWider =
    rows.every(([base, ours, theirs]) => holds(theirs - base, ours - base)) && hasNewPairs(sides, ranges, 'ours', 'theirs')
  if (oursWider === theirsWider) return null
  const [wide, narrow] = oursWider ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
  const count = (name: keyof Three<unknown>, holds: (word: Word) => boolean) => sides[name].slice(...ranges[name]).filter(holds).length
  const spoken = (name: keyof Three<unknown>) => count(name, (word) => word.spoken)
  const denials = (name: keyof Three<unknown>) => count(name, ({ key }) => DENIAL.test(key))
  // What one only took out, the other may have written otherwise; and who denies a thing does not say more than who affirms it.
  if ((spoken(narrow) < spoken('base') && spoken(narrow) < spoken(wide)) || denials(narrow) !== denials(wide)) return null
  return wide
}

const DENIAL = /^(?:ne|n'|pas|plus|jamais|aucune?|nul|nulle|ni|sans|sauf|no|not|never|none|nor|without|except|unless|cannot|\p{L}+n't)$/iu

function holds(wide: number, narrow: number): boolean {
  return narrow > 0 ? wide >= narrow : narrow < 0 ? wide <= narrow : true
}

/** A word that stands in any sentence. */
const COMMON = /^\p{Ll}{1,4}$/u

/**
 * Whether the pairs of words that the narrower side brought together are in the wider one: half of them, since the wider one may change a word
 * beside; all, where they bring in nothing but common words, which may stand there by chance.
 */
function hasNewPairs(
  sides: Three<readonly Word[]>,
  ranges: Three<readonly [start: number, end: number]>,
  narrow: 'ours' | 'theirs',
  wide: 'ours' | 'theirs',
): boolean {
  const pairsOf = (name: keyof Three<unknown>) => pairsIn(sides[name], ...ranges[name])
  const [before, inWide] = [new Set(pairsOf('base')), new Set(pairsOf(wide))]
  const come = pairsOf(narrow).filter((pair) => !before.has(pair))
  const said = new Set(sides.base.slice(...ranges.base).map(({ key }) => key))
  const isCommon = sides[narrow].slice(...ranges[narrow]).every(({ key }) => said.has(key) || COMMON.test(key))
  return come.filter((pair) => inWide.has(pair)).length >= (isCommon ? come.length : come.length / 2)
}

/** The pairs of neighbours in a range of words, the first and the last with a word outside of it. */
function pairsIn(words: readonly Word[], start: number, end: number): readonly string[] {
  return Array.from({ length: end - start + 1 }, (_, index) => `${words[start + index - 1]?.key ?? ''} ${words[start + index]?.key ?? ''}`)
}
