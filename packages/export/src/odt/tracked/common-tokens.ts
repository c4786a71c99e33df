/**
 * Pairs of places of the tokens that two lists have in common, in order: as many as possible
 * (longest common subsequence). `null` when the lists are too long and too different to be compared
 * by hand. Not `commonRun` of prose: of two runs as long it takes another, which parts a note from
 * the brackets it is written in, and one amendment in twenty would be left out.
 */
export function commonTokens(
  old: readonly string[],
  young: readonly string[],
): readonly (readonly [number, number])[] | null {
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start++
  let tail = 0
  while (
    tail < old.length - start &&
    tail < young.length - start &&
    old[old.length - 1 - tail] === young[young.length - 1 - tail]
  )
    tail++
  const middle = longest(
    old.slice(start, old.length - tail),
    young.slice(start, young.length - tail),
  )
  if (middle === null) return null
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from(
      { length: tail },
      (_, index) => [old.length - tail + index, young.length - tail + index] as const,
    ),
  ]
}

const LARGEST = 1_000_000

function longest(
  old: readonly string[],
  young: readonly string[],
): readonly (readonly [number, number])[] | null {
  const width = young.length + 1
  if ((old.length + 1) * width > LARGEST) return null
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = young.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        old[a] === young[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  const pairs: (readonly [number, number])[] = []
  for (let a = 0, b = 0; a < old.length && b < young.length; ) {
    if (old[a] === young[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}
