import type { AddedParagraph, MatchedBlock, MatchedBlocks, PrintedBlock } from './blocks.ts'
import { leftByOthers, printedNumber, withoutLeadIn, withoutNumber } from './document/lead-in.ts'
import type { OdtMark, OdtParagraph } from './document/odt-paragraph.ts'
import { runsFrom } from './document/odt-runs.ts'
import { isSkipped, locateBlocks } from './locate-blocks.ts'

/** Compares a returned document with its printed blocks: kept, moved, added. */
export function matchBlocks(
  printed: readonly PrintedBlock[],
  paragraphs: readonly OdtParagraph[],
): MatchedBlocks {
  const blocks = new Map(printed.map((block) => [block.name, block]))
  const located = locateBlocks(blocks, paragraphs)
  const prefixOf = (name = '') => blocks.get(name)?.prefix ?? ''
  const prefixes = new Map(printed.map(({ prefix }) => [printedNumber(prefix), prefix]))
  const kept = new Map<string, MatchedBlock>()
  const added: AddedParagraph[] = []
  let last = ''
  /** Bookmarks still open: the next paragraphs are parts of their blocks. */
  const open = new Set<string>()
  paragraphs.forEach((paragraph, rank) => {
    const own = located[rank] as readonly OdtMark[]
    const { text, comments, notes } = paragraph
    const notesIn = (from: number, to: number) =>
      notes.flatMap((note) => (from <= note.at && note.at < to ? [note.text] : []))
    const before = open.has(last) ? kept.get(last) : undefined
    if (own.length > 0) last = own.at(-1)?.name ?? ''
    else if (isSkipped(paragraph, blocks)) {
      last = ''
      added.push(...commentsOn(paragraph, rank))
    } else if (before === undefined) added.push(...newParagraph(paragraph, last, rank))
    else
      kept.set(last, {
        ...before,
        parts: [...before.parts, text],
        comments: [...before.comments, ...comments],
        notes: [...before.notes, ...notesIn(0, text.length)],
      })
    own.forEach(({ name, at }, index) => {
      const isFirst = index === 0
      const next = own[index + 1]
      const prefix = prefixOf(name)
      const from = isFirst ? leftByOthers(text, prefix, prefixes) : at
      const to = next?.at ?? text.length
      const piece = text.slice(from, to)
      const words = isFirst ? withoutLeadIn(piece, prefix, Math.max(0, at - from)) : piece
      const nextPrefix = prefixOf(next?.name)
      const end = words.endsWith(nextPrefix) ? words.length - nextPrefix.length : words.length
      kept.set(name, {
        parts: [words.slice(0, end)],
        joinedTo: isFirst ? '' : (own[0] as OdtMark).name,
        // Comments on a paragraph of several blocks are reported once.
        comments: isFirst ? comments : [],
        notes: notesIn(from, to),
        rank,
        paragraph,
      })
    })
    for (const { name } of paragraph.starts) open.add(name)
    for (const { name } of paragraph.ends) open.delete(name)
  })
  return { kept, ...movedBlocks(printed, kept, added) }
}

function newParagraph(
  paragraph: OdtParagraph,
  after: string,
  rank: number,
): readonly AddedParagraph[] {
  const text = withoutNumber(paragraph.text)
  const runs = runsFrom(paragraph.text.length - text.length, paragraph.runs)
  return text.trim() === '' && paragraph.comments.length === 0
    ? []
    : [{ ...paragraph, text, after, from: '', rank, runs }]
}

function commentsOn(paragraph: OdtParagraph, rank: number): readonly AddedParagraph[] {
  const { text, comments } = paragraph
  const onText = comments.map((comment) => ({ ...comment, on: comment.on || text }))
  return comments.length === 0
    ? []
    : [{ ...paragraph, comments: onText, text: '', runs: [], after: '', from: '', rank }]
}

/** Compares the order of the kept blocks with the printed order. `added` are new paragraphs. */
function movedBlocks(
  printed: readonly PrintedBlock[],
  kept: ReadonlyMap<string, MatchedBlock>,
  added: readonly AddedParagraph[],
): Pick<MatchedBlocks, 'moved' | 'reordered' | 'added'> {
  const blocks = printed.flatMap(({ name }) => {
    const own = /^[bc]_\d+_/.test(name) && !NOT_ORDERED.test(name) ? kept.get(name) : undefined
    return own === undefined || own.joinedTo !== '' ? [] : [{ name, own }]
  })
  const heads = blocks.filter(({ name }) => !LEAF.test(name) && !FIRST_CELL.test(name))
  const inOrder = heaviestIncreasing(heads.map(({ own }) => ({ rank: own.rank, weight: 1 })))
  const ranks = ranksUnderHeads(blocks, heads)
  const staying = heaviestIncreasing(
    blocks.map(({ name }, index) => ({ rank: ranks[index] as number, weight: weightOf(name) })),
  )
  const stay = blocks.filter((_, index) => staying.has(index))
  const gone = blocks.filter((_, index) => !staying.has(index))
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

/** Names of blocks that may move alone. Other names are heads: titles and fields. */
const LEAF = /^[bc]_\d+_\d+$/
const FIRST_CELL = /_r\d+_c1$/
/** Names of blocks whose order is not compared, such as facts and notes. */
const NOT_ORDERED =
  /_(?:note|fact|status|life|answer|dissent|decision)(?:_|$)|_caption$|_c(?!1$)\d+$/

function weightOf(name: string): number {
  return LEAF.test(name) ? 1 : FIRST_CELL.test(name) ? 10 : 1000
}

interface NamedBlock {
  readonly name: string
  readonly own: MatchedBlock
}

/**
 * The ranks of the blocks if each head, with the blocks below it, were in its printed place: a
 * moved proposal is one move.
 */
function ranksUnderHeads(
  blocks: readonly NamedBlock[],
  heads: readonly NamedBlock[],
): readonly number[] {
  const printed = new Map(heads.map(({ own }, index) => [own.rank, index]))
  const headRanks = [...printed.keys()].sort((a, b) => a - b)
  const keys = blocks.map(({ own: { rank } }) => {
    const head = headRanks.findLast((one) => one <= rank)
    return { rank, head: head === undefined ? -1 : (printed.get(head) ?? -1) }
  })
  const sorted = keys.toSorted((a, b) => a.head - b.head || a.rank - b.rank)
  const ranks = new Map(sorted.map((key, rank) => [key, rank]))
  return keys.map((key) => ranks.get(key) ?? 0)
}

/** The indices of the heaviest increasing subsequence, in n log n with a Fenwick tree. */
function heaviestIncreasing(
  items: readonly { readonly rank: number; readonly weight: number }[],
): ReadonlySet<number> {
  const size = Math.max(0, ...items.map(({ rank }) => rank)) + 2
  const none = { weight: 0, last: -1 }
  const best = new Map<number, typeof none>()
  const from: number[] = []
  items.forEach(({ rank, weight }, index) => {
    let top = none
    for (let at = rank + 1; at > 0; at -= at & -at) {
      const one = best.get(at)
      if (one !== undefined && one.weight > top.weight) top = one
    }
    from.push(top.last)
    const run = { weight: top.weight + weight, last: index }
    for (let at = rank + 1; at <= size; at += at & -at)
      if ((best.get(at)?.weight ?? 0) < run.weight) best.set(at, run)
  })
  const chosen = new Set<number>()
  const heaviest = [...best.values()].reduce(
    (most, one) => (one.weight > most.weight ? one : most),
    none,
  )
  for (let at = heaviest.last; at >= 0; at = from[at] as number) chosen.add(at)
  return chosen
}
