import type { Word } from '../diff/word.ts'

type Three<T> = Readonly<Record<'base' | 'ours' | 'theirs', T>>

/**
 * In a dispute over ranges of words, the side whose change holds the other's: each word that the other took out, it took out too, each word
 * that the other put in, it put in too, at least as often. `null` when neither does, both do, one adds neither a word nor signs around a
 * word, or the dispute runs over several blocks: that is for people.
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
  const oursWider = rows.every(([base, ours, theirs]) => holds(ours - base, theirs - base))
  const theirsWider = rows.every(([base, ours, theirs]) => holds(theirs - base, ours - base))
  return oursWider === theirsWider ? null : oursWider ? 'ours' : 'theirs'
}

function holds(wide: number, narrow: number): boolean {
  return narrow > 0 ? wide >= narrow : narrow < 0 ? wide <= narrow : true
}
