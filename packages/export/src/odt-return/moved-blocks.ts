import type { OwnText, OwnTexts, PrintedBlock } from './own-texts.ts'

/** Blocks that stand elsewhere than they were printed, each with the block that now comes before it. */
export function movedBlocks(mine: readonly PrintedBlock[], { kept }: OwnTexts): ReadonlyMap<string, string> {
  const blocks = mine.filter(({ name }) => kept.has(name) && /_\d+$/.test(name) && !/_(?:note|fact|c)_?\d+$/.test(name))
  const ranks = blocks.map(({ name }) => (kept.get(name) as OwnText).rank)
  // The longest run of them that is still in order stays; the others moved.
  const length = ranks.map(() => 1)
  const from = ranks.map(() => -1)
  for (let at = 0; at < ranks.length; at++)
    for (let before = 0; before < at; before++)
      if ((ranks[before] as number) <= (ranks[at] as number) && (length[before] as number) + 1 > (length[at] as number)) {
        length[at] = (length[before] as number) + 1
        from[at] = before
      }
  const stay = new Set<number>()
  for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = from[at] as number) stay.add(at)
  const inOrder = blocks.map(({ name }, index) => ({ name, rank: ranks[index] as number, stays: stay.has(index) }))
  return new Map(
    inOrder
      .filter(({ stays }) => !stays)
      .map(({ name, rank }) => {
        const before = inOrder.filter((one) => one.stays && one.rank < rank).toSorted((a, b) => b.rank - a.rank)[0]
        return [name, before?.name ?? '']
      }),
  )
}
