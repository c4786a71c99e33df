import { groupedBy } from '@cahier/prose'
import {
  leftByOthers,
  numberIn,
  numbersWithin,
  withoutLeadIn,
  withoutNext,
  withoutNumber,
} from './document/lead-in.ts'
import type { Mark, OdtParagraph } from './document/odt-paragraph.ts'
import { runsFrom } from './document/odt-runs.ts'
import { movedBlocks } from './moved-blocks.ts'
import type { AddedText, OwnText, OwnTexts, PrintedBlock } from './own-text.ts'
import { placesOfLost } from './places-of-lost.ts'
import { wordsIn } from './words-in.ts'

/** The blocks of a document that nobody worked on, in order. */
export function printedBlocks(paragraphs: readonly OdtParagraph[]): readonly PrintedBlock[] {
  return paragraphs.flatMap(
    ({ text, id, starts, ends, notes, runs, ...rest }): readonly PrintedBlock[] => {
      const { pictures, depth, level, isCounted, isQuoted } = rest
      const block = {
        name: id,
        notes: notes.map((note) => note.text),
        pictures,
        depth,
        level,
        isCounted,
        isQuoted,
      }
      const mark = starts.find(({ name }) => name === id)
      if (id === '') return []
      if (mark === undefined) return [{ ...block, prefix: text, text: '', runs: [] }]
      const end = ends.find(({ name }) => name === id)?.at ?? text.length
      const [prefix, words] = [text.slice(0, mark.at), text.slice(mark.at, end)]
      return [{ ...block, prefix, text: words, runs: runsFrom(mark.at, runs) }]
    },
  )
}

/**
 * Finds the printed blocks again in a document that came back: by the bookmark over their words,
 * else by the `xml:id` of their paragraph, else by the copy of a bookmark that a word processor
 * made, else by the number printed before them, else by their words, else by their place.
 */
export function ownTexts(
  printed: readonly PrintedBlock[],
  paragraphs: readonly OdtParagraph[],
): OwnTexts {
  const blocks = new Map(printed.map((block) => [block.name, block]))
  const owners = ownersOf(blocks, paragraphs)
  const prefixes = new Map(printed.map(({ prefix }) => [numberIn(prefix), prefix]))
  const kept = new Map<string, OwnText>()
  const added: AddedText[] = []
  let last = ''
  /** Bookmarks that go on in the next paragraphs. */
  const going = new Set<string>()
  paragraphs.forEach((paragraph, rank) => {
    const own = owners[rank] as readonly Mark[]
    const { text, comments, starts, ends, notes } = paragraph
    const saysOf = (from: number, to: number) =>
      notes.flatMap((note) => (from <= note.at && note.at < to ? [note.text] : []))
    if (own.length === 0 && isOther(paragraph, blocks)) {
      last = ''
      added.push(...saidOf(paragraph, rank))
    } else if (own.length === 0) {
      const before = kept.get(last)
      if (going.has(last) && before !== undefined) {
        kept.set(last, {
          ...before,
          parts: [...before.parts, text],
          comments: [...before.comments, ...comments],
          notes: [...before.notes, ...saysOf(0, text.length)],
        })
      } else added.push(...addedText(paragraph, last, rank))
    }
    own.forEach(({ name, at }, index) => {
      const next = own[index + 1]
      const { prefix } = blocks.get(name) as PrintedBlock
      const [from, to] = [
        index === 0 ? leftByOthers(text, prefix, prefixes) : at,
        next?.at ?? text.length,
      ]
      const piece = text.slice(from, to)
      const nextPrefix = next === undefined ? '' : (blocks.get(next.name)?.prefix ?? '')
      const words = index === 0 ? withoutLeadIn(piece, prefix, Math.max(0, at - from)) : piece
      const whole = withoutNext(words, nextPrefix)
      // What stands before, and comments, are told once, with the first.
      const isFirst = index === 0
      kept.set(name, {
        parts: [whole],
        joinedTo: isFirst ? '' : (own[0] as Mark).name,
        comments: isFirst ? comments : [],
        notes: saysOf(from, to),
        rank,
        paragraph,
      })
      last = name
    })
    for (const { name } of starts) going.add(name)
    for (const { name } of ends) going.delete(name)
  })
  return { kept, ...movedBlocks(printed, kept, added) }
}

// A paragraph that was copied has the number of the other.
function addedText(paragraph: OdtParagraph, after: string, rank: number): readonly AddedText[] {
  const { starts: _, ends: __, notes: ___, id: ____, ...rest } = paragraph
  const text = withoutNumber(paragraph.text)
  const runs = runsFrom(paragraph.text.length - text.length, paragraph.runs)
  return text.trim() === '' && paragraph.comments.length === 0
    ? []
    : [{ ...rest, text, after, from: '', rank, runs }]
}

// What is not looked at may have been spoken of.
function saidOf(
  { starts: _, ends: __, notes: ___, id: ____, text, ...rest }: OdtParagraph,
  rank: number,
): readonly AddedText[] {
  const comments = rest.comments.map((comment) => ({ ...comment, on: comment.on || text }))
  return comments.length === 0
    ? []
    : [{ ...rest, comments, text: '', runs: [], after: '', from: '', rank }]
}

/** For each paragraph, the blocks that it holds, in order. */
function ownersOf(
  blocks: ReadonlyMap<string, PrintedBlock>,
  paragraphs: readonly OdtParagraph[],
): readonly (readonly Mark[])[] {
  const owned = paragraphs.map((): Mark[] => [])
  const found = new Set<string>()
  const own = (rank: number, name: string, at: number) => {
    if (!blocks.has(name) || found.has(name)) return
    found.add(name)
    owned[rank]?.push({ name, at })
  }
  paragraphs.forEach(({ starts }, rank) => {
    for (const { name, at } of starts) own(rank, name, at)
  })
  const isFree = (rank: number) => owned[rank]?.length === 0
  paragraphs.forEach(({ id, starts, text }, rank) => {
    // An id goes to the paragraph put before: where the bookmark is not, it is not.
    if (isFree(rank) && (starts.length > 0 || text.trim() !== '' || blocks.get(id)?.text === ''))
      own(rank, id, 0)
  })
  paragraphs.forEach(({ starts }, rank) => {
    for (const { name, at } of starts) if (isFree(rank)) own(rank, originalOf(name, blocks), at)
  })
  const lost = [...blocks.values()].filter(
    ({ name, text }) => !found.has(name) && text.trim() !== '',
  )
  const free = paragraphs.flatMap((paragraph, rank) =>
    isFree(rank) && !isOther(paragraph, blocks) ? [{ ...paragraph, rank }] : [],
  )
  /** By what it is known: blocks of one kind that say the same, in their order. */
  const ownAll = (
    keyOf: (block: PrintedBlock) => string,
    keyIn: (paragraph: OdtParagraph) => string,
  ) => {
    const known = groupedBy(
      free.filter(({ rank }) => isFree(rank)),
      keyIn,
    )
    for (const block of lost) {
      const key = keyOf(block)
      const at =
        key === '' || found.has(block.name)
          ? undefined
          : known.get(key)?.find(({ rank }) => isFree(rank))
      if (at !== undefined) own(at.rank, block.name, 0)
    }
  }
  ownAll(
    ({ prefix }) => numberIn(prefix),
    ({ text }) => numberIn(text),
  )
  // One that was joined to another, with its number: its own words follow, where a number that is
  // cited has others.
  const joined = new Map(
    lost.flatMap((block) =>
      found.has(block.name) ? [] : [[numberIn(block.prefix), block] as const],
    ),
  )
  const prefixes = new Map([...joined].map(([number, { prefix }]) => [number, prefix]))
  for (const [rank, { text }] of joined.size === 0 ? [] : paragraphs.entries()) {
    for (const { number, at } of isFree(rank) ? [] : numbersWithin(text, prefixes)) {
      const { name, text: said } = joined.get(number) as PrintedBlock
      if (opening(said) === opening(text.slice(at))) own(rank, name, at)
    }
  }
  ownAll(
    ({ prefix, text }) => wordsIn(prefix + text).join(' '),
    ({ text }) => wordsIn(text).join(' '),
  )
  ownAll(
    ({ prefix }) => labelIn(prefix),
    ({ text }) => labelIn(text),
  )
  const spoken = free
    .filter(({ rank }) => isFree(rank))
    .map(({ rank, text }) => ({ rank, words: wordsIn(text) }))
  for (const { name, text } of spoken.length === 0
    ? []
    : lost.filter((block) => !found.has(block.name))) {
    const words = wordsIn(text)
    const scored = spoken.map((one) => ({
      ...one,
      score: isFree(one.rank) ? likeness(words, one.words) : 0,
    }))
    const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
    if (best.score >= ALIKE) own(best.rank, name, 0)
  }
  const rankOf = new Map(
    owned.flatMap((marks, rank) => marks.map(({ name }) => [name, rank] as const)),
  )
  const isOwn = (rank: number): boolean =>
    isFree(rank) && !isOther(paragraphs[rank] as OdtParagraph, blocks)
  for (const [name, rank] of placesOfLost({
    blocks: [...blocks.values()],
    paragraphs,
    rankOf,
    isFree: isOwn,
  }))
    own(rank, name, 0)
  return owned.map((marks) => marks.sort((a, b) => a.at - b.at))
}

// « Figure 2. », printed before its title.
function labelIn(text: string): string {
  return /^\p{L}+\s\d+\.\s/u.exec(text)?.[0].trim() ?? ''
}

/**
 * Whether a paragraph was printed and is not compared: a text that was not found again, or a line
 * that each day prints anew. An unknown block of a text that was found is new text.
 */
function isOther({ id, starts }: OdtParagraph, blocks: ReadonlyMap<string, PrintedBlock>): boolean {
  return [id, ...starts.map(({ name }) => name)].some((name) => {
    const [, text, isBlock] =
      /^([bc]_[1-9]\d*)_(\d.*|title|summary|question|s_.*|request.*)?/.exec(name) ?? []
    const isFound = text !== undefined && isBlock !== undefined && blocks.has(`${text}_title`)
    return /^[bcdtw]_\w+$/.test(name) && !isFound && originalOf(name, blocks) === ''
  })
}

/** The block whose name a word processor copied, once or several times; `''` when there is none. */
function originalOf(name: string, blocks: ReadonlyMap<string, PrintedBlock>): string {
  if (blocks.has(name)) return name
  // `b_7_12 Copy 1`, `b_7_12 Copie 1`, `b_7_12_Copy_1_Copy_1`.
  const [, before] = /^(.+?)[ _][^\s_\d]+[ _]\d+$/.exec(name) ?? []
  return before === undefined ? '' : originalOf(before, blocks)
}

function opening(text: string): string {
  return wordsIn(text).slice(0, 2).join(' ')
}

const ALIKE = 0.6

/** Words that two texts have in common, over those of the longer: 0 to 1. */
function likeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const more = count.get(word) ?? 0
    if (more > 0) common += 1
    count.set(word, more - 1)
  }
  return common / Math.max(left.length, right.length)
}
