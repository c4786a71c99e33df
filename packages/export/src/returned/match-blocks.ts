import { commonSubsequence, groupedBy } from '@cahier/prose'
import type { AddedParagraph, MatchedBlock, MatchedBlocks, PrintedBlock } from './blocks.ts'
import {
  otherLeadInsLength,
  printedNumber,
  withoutLeadIn,
  withoutNumber,
} from './document/lead-in.ts'
import type { OdtMark, OdtParagraph } from './document/odt-paragraph.ts'
import { runsFrom } from './document/odt-styles.ts'
import { isSkipped, locateBlocks } from './locate-blocks.ts'

/** Compares an edited document with its printed blocks, to find which were kept, moved or added. */
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
      const from = isFirst ? otherLeadInsLength(text, prefix, prefixes) : at
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

function movedBlocks(
  printed: readonly PrintedBlock[],
  kept: ReadonlyMap<string, MatchedBlock>,
  added: readonly AddedParagraph[],
): Pick<MatchedBlocks, 'moved' | 'reordered' | 'added'> {
  const blocks = printed.flatMap(({ name }) => {
    const own = /^[bc]_\d+_/.test(name) && !NOT_ORDERED.test(name) ? kept.get(name) : undefined
    return own === undefined || own.joinedTo !== '' ? [] : [{ name, ...own }]
  })
  const found = blocks.toSorted((a, b) => a.rank - b.rank)
  const heads = blocks.filter(isHead)
  const inOrder = inSameOrder(heads, found.filter(isHead))
  // A moved proposal counts as one move: blocks are compared only under the same title or field.
  const foundUnder = byHead(found)
  const staying = new Set(
    [...byHead(blocks)].flatMap(([head, own]) => [...inSameOrder(own, foundUnder.get(head) ?? [])]),
  )
  const gone = blocks.filter((block) => !staying.has(block))
  const moved = new Set(gone.map(({ name }) => name))
  const before = (rank: number) =>
    found.findLast((block) => block.rank < rank && staying.has(block))?.name ?? ''
  const all = [
    ...added.map((one) => (moved.has(one.after) ? { ...one, after: before(one.rank) } : one)),
    ...gone
      .filter(({ name }) => LEAF.test(name))
      .map(({ name, paragraph, parts, rank }) => {
        const text = parts.join(' ')
        const runs = runsFrom(paragraph.text.length - text.length, paragraph.runs)
        return { ...paragraph, text, runs, rank, after: before(rank), from: name, comments: [] }
      }),
  ]
  return {
    moved,
    reordered: new Set(heads.filter((head) => !inOrder.has(head)).map(({ name }) => name)),
    added: all.toSorted((a, b) => a.rank - b.rank),
  }
}

/**
 * Names of blocks that may move alone. Other names are first cells, or heads (titles and fields).
 */
const LEAF = /^[bc]_\d+_\d+$/
/** First cells (`b_7_12_r0_c1`) represent their rows. */
const FIRST_CELL = /_r\d+_c1$/
const NOT_ORDERED =
  /_(?:note|fact|status|life|answer|dissent|decision)(?:_|$)|_caption$|_c(?!1$)\d+$/

interface NamedBlock {
  readonly name: string
}

function isHead({ name }: NamedBlock) {
  return !LEAF.test(name) && !FIRST_CELL.test(name)
}

function byHead<Block extends NamedBlock>(
  blocks: readonly Block[],
): ReadonlyMap<string, readonly Block[]> {
  let head = ''
  return groupedBy(blocks, (block) => {
    if (isHead(block)) head = block.name
    return head
  })
}

/** A table row counts as ten blocks, so that its neighbours move rather than the row. */
function inSameOrder<Block extends NamedBlock>(
  printed: readonly Block[],
  found: readonly Block[],
): ReadonlySet<Block> {
  // `found` goes first: of two blocks that changed places, the one printed first then counts as
  // unmoved.
  const [left, right] = [found, printed].map((blocks) =>
    blocks.flatMap((block) =>
      FIRST_CELL.test(block.name) ? Array<Block>(10).fill(block) : [block],
    ),
  ) as [Block[], Block[]]
  return new Set(commonSubsequence(left, right).map(([index]) => left[index] as Block))
}
