import { alikeBlocks } from './alike-blocks.ts'
import { commonRun, type Pair, risingPairs, uniquePairs } from './common-run.ts'
import { heaviestChain } from './heaviest-chain.ts'

/**
 * Which block became which, as pairs that rise: equal blocks that occur once are anchors, then
 * equal ones between, then the choice of pairs with the most words in common. A block is given as
 * the numbers of its words.
 */
export function alignBlocks(
  old: readonly (readonly number[])[],
  young: readonly (readonly number[])[],
): readonly Pair[] {
  const oldNames = old.map((words) => words.join())
  const youngNames = young.map((words) => words.join())
  const pairs: Pair[] = []
  let o = 0
  let y = 0
  for (const [nextO, nextY] of [
    ...equalBlocks(oldNames, youngNames),
    [old.length, young.length] as const,
  ]) {
    const between = [old.slice(o, nextO), young.slice(y, nextY)] as const
    for (const [a, b] of heaviestChain(alikeBlocks(...between), nextY - y))
      pairs.push([a + o, b + y])
    if (nextO < old.length) pairs.push([nextO, nextY])
    o = nextO + 1
    y = nextY + 1
  }
  return pairs
}

function equalBlocks(old: readonly string[], young: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let o = 0
  let y = 0
  for (const [nextO, nextY] of [
    ...risingPairs(uniquePairs(old, young)),
    [old.length, young.length] as const,
  ]) {
    for (const [a, b] of commonRun(old.slice(o, nextO), young.slice(y, nextY)))
      pairs.push([a + o, b + y])
    if (nextO < old.length) pairs.push([nextO, nextY])
    o = nextO + 1
    y = nextY + 1
  }
  return pairs
}
