import { runsFrom } from './document/odt-runs.ts'
import type { AddedText, OwnText, OwnTexts, PrintedBlock } from './own-text.ts'

/**
 * Compares the order of a document that came back with that of the printed one. `added`: its new
 * paragraphs, each with the block before it.
 */
export function movedBlocks(
  printed: readonly PrintedBlock[],
  kept: ReadonlyMap<string, OwnText>,
  added: readonly AddedText[],
): Pick<OwnTexts, 'moved' | 'reordered' | 'added'> {
  const blocks = printed.flatMap(({ name }) => {
    const own = /^[bc]_\d+_/.test(name) && !APART.test(name) ? kept.get(name) : undefined
    return own === undefined || own.joinedTo !== '' ? [] : [{ name, own }]
  })
  const heads = blocks.filter(({ name }) => !LEAF.test(name) && !CELL.test(name))
  const inOrder = heaviestRun(heads.map(({ own }) => ({ rank: own.rank, weight: 1 })))
  const places = withHeads(blocks, heads)
  const staying = heaviestRun(
    blocks.map(({ name }, index) => ({ rank: places[index] as number, weight: weightOf(name) })),
  )
  const [stay, gone] = [
    blocks.filter((_, index) => staying.has(index)),
    blocks.filter((_, index) => !staying.has(index)),
  ]
  const moved = new Set(gone.map(({ name }) => name))
  const order = stay.toSorted((a, b) => a.own.rank - b.own.rank)
  const before = (rank: number): string => order.findLast(({ own }) => own.rank < rank)?.name ?? ''
  const all = [
    ...added.map((one) => (moved.has(one.after) ? { ...one, after: before(one.rank) } : one)),
    ...gone
      .filter(({ name }) => LEAF.test(name))
      .map(({ name, own: { paragraph, parts, rank } }) => {
        const text = parts.join(' ')
        const runs = runsFrom(paragraph.text.length - text.length, paragraph.runs)
        return { ...paragraph, text, runs, rank, after: before(rank), from: name, comments: [] }
      }),
  ]
  return {
    moved,
    reordered: new Set(heads.filter((_, index) => !inOrder.has(index)).map(({ name }) => name)),
    added: all.toSorted((a, b) => a.rank - b.rank),
  }
}

/**
 * What may move by itself: a block of the text. Titles of sections and fields of the head tell
 * where it stands.
 */
const LEAF = /^[bc]_\d+_\d+$/
const CELL = /_r\d+_c1$/
/** Facts, notes, captions, and cells but the first of each row. */
const APART = /_(?:note|fact|status|life|answer|dissent|decision)(?:_|$)|_caption$|_c(?!1$)\d+$/

function weightOf(name: string): number {
  return LEAF.test(name) ? 1 : CELL.test(name) ? 10 : 1000
}

interface Kept {
  readonly name: string
  readonly own: OwnText
}

/**
 * The places of blocks, were all that stands under one title, or after one field, where that was
 * printed: a whole proposal, or a section, moves as one.
 */
function withHeads(blocks: readonly Kept[], heads: readonly Kept[]): readonly number[] {
  const printed = new Map(heads.map(({ own }, index) => [own.rank, index]))
  const ranks = [...printed.keys()].sort((a, b) => a - b)
  const keys = blocks.map(({ own: { rank } }, index) => {
    const head = ranks.findLast((one) => one <= rank)
    return { index, rank, head: head === undefined ? -1 : (printed.get(head) ?? -1) }
  })
  const places = blocks.map(() => 0)
  keys
    .toSorted((a, b) => a.head - b.head || a.rank - b.rank)
    .forEach(({ index }, place) => {
      places[index] = place
    })
  return places
}

/** The indices of the heaviest run of ranks that only grow. */
function heaviestRun(
  items: readonly { readonly rank: number; readonly weight: number }[],
): ReadonlySet<number> {
  // A tree of sums: for all ranks up to one, the heaviest run that ends there.
  const size = Math.max(0, ...items.map(({ rank }) => rank)) + 2
  const best = new Map<number, { readonly weight: number; readonly last: number }>()
  const from: number[] = []
  items.forEach(({ rank, weight }, index) => {
    let top = { weight: 0, last: -1 }
    for (let at = rank + 1; at > 0; at -= at & -at) {
      const one = best.get(at)
      if (one !== undefined && one.weight > top.weight) top = one
    }
    from.push(top.last)
    const run = { weight: top.weight + weight, last: index }
    for (let at = rank + 1; at <= size; at += at & -at)
      if ((best.get(at)?.weight ?? 0) < run.weight) best.set(at, run)
  })
  const run = new Set<number>()
  const heaviest = [...best.values()].reduce(
    (most, one) => (one.weight > most.weight ? one : most),
    { weight: 0, last: -1 },
  )
  for (let at = heaviest.last; at >= 0; at = from[at] as number) run.add(at)
  return run
}
