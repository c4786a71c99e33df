import { MARK_LABELS } from '../labels.ts'
import type { OdtComment, OdtParagraph } from './odt-paragraphs.ts'
import type { Run } from './odt-runs.ts'

/** What became of a block that was printed. */
export interface OwnText {
  /** Its own words, without the number that was printed before them; one for each paragraph that it was split into. */
  readonly parts: readonly string[]
  /** The block whose paragraph it was joined to; `''` when it stands alone. */
  readonly joinedTo: string
  readonly comments: readonly OdtComment[]
  readonly notes: readonly string[]
  /** Rank of its paragraph in the document. */
  readonly rank: number
}

/** A paragraph that was not there. */
export interface AddedText {
  readonly text: string
  readonly where: OdtParagraph['where']
  /** The printed block before it; `''` when there is none. */
  readonly after: string
  readonly comments: readonly OdtComment[]
  readonly rank: number
  readonly runs: readonly Run[]
}

export interface OwnTexts {
  /** By the name of the block; those that are gone are not in it. */
  readonly kept: ReadonlyMap<string, OwnText>
  readonly added: readonly AddedText[]
}

/** A block as it was printed. */
export interface PrintedBlock {
  readonly name: string
  /** Printed before its words and no part of them: a number, a label. */
  readonly prefix: string
  readonly text: string
  readonly notes: readonly string[]
}

/** The blocks of a document that nobody worked on, in order. */
export function printedBlocks(paragraphs: readonly OdtParagraph[]): readonly PrintedBlock[] {
  return paragraphs.flatMap(({ text, id, starts, ends, notes }): readonly PrintedBlock[] => {
    const mark = starts.find(({ name }) => name === id)
    if (id === '') return []
    if (mark === undefined) return [{ name: id, prefix: text, text: '', notes }]
    const end = ends.find(({ name }) => name === id)?.at ?? text.length
    return [{ name: id, prefix: text.slice(0, mark.at), text: text.slice(mark.at, end), notes }]
  })
}

/**
 * Finds the printed blocks again in a document that came back: by the bookmark over their words, else by the `xml:id` of their paragraph, else by the copy of a
 * bookmark that a word processor made, else by their words.
 */
export function ownTexts(printed: readonly PrintedBlock[], paragraphs: readonly OdtParagraph[]): OwnTexts {
  const blocks = new Map(printed.map((block) => [block.name, block]))
  const owners = ownersOf(blocks, paragraphs)
  const kept = new Map<string, OwnText>()
  const added: AddedText[] = []
  let last = ''
  /** Bookmarks that go on in the next paragraphs. */
  const going = new Set<string>()
  paragraphs.forEach((paragraph, rank) => {
    const own = owners[rank] as readonly Mark[]
    const { text, where, comments, starts, ends, notes, runs } = paragraph
    if (own.length === 0 && isOther(paragraph, blocks)) last = ''
    else if (own.length === 0) {
      const before = kept.get(last)
      if (going.has(last) && before !== undefined) {
        kept.set(last, {
          ...before,
          parts: [...before.parts, text],
          comments: [...before.comments, ...comments],
          notes: [...before.notes, ...notes],
        })
      } else if (text.trim() !== '') added.push({ text, where, after: last, comments, rank, runs })
    }
    own.forEach(({ name, at }, index) => {
      const next = own[index + 1]
      const piece = text.slice(index === 0 ? 0 : at, next?.at ?? text.length)
      const { prefix } = blocks.get(name) as PrintedBlock
      const nextPrefix = next === undefined ? '' : (blocks.get(next.name)?.prefix ?? '')
      const words = index === 0 ? withoutLeadIn(piece, prefix, at) : piece
      const whole = nextPrefix !== '' && words.endsWith(nextPrefix) ? words.slice(0, -nextPrefix.length) : words
      // What stands before, comments and notes are told once, with the first.
      const isFirst = index === 0
      kept.set(name, {
        parts: [whole],
        joinedTo: isFirst ? '' : (own[0] as Mark).name,
        comments: isFirst ? comments : [],
        notes: isFirst ? notes : [],
        rank,
      })
      last = name
    })
    for (const { name } of starts) going.add(name)
    for (const { name } of ends) going.delete(name)
  })
  return { kept, added }
}

/** The words of a paragraph, with those that were typed before the number printed at its head, or in its place. `at`: where the bookmark over its words begins. */
function withoutLeadIn(text: string, prefix: string, at: number): string {
  const led = leadIn(text, prefix)
  if (led !== null) return text.slice(led)
  for (let start = text.indexOf('§', 1); start > 0; start = text.indexOf('§', start + 1)) {
    const within = leadIn(text.slice(start), prefix)
    if (within !== null) return text.slice(0, start) + text.slice(start + within)
  }
  const head = text.slice(0, at)
  if (prefix !== '' && head.endsWith(prefix)) return head.slice(0, -prefix.length) + text.slice(at)
  // What was typed over the number is no longer told from it by its place.
  const printed = new Set(wordsIn([prefix, ...MARKS].join(' ')))
  const isTyped = wordsIn(head).some((word) => /\p{L}{2}/u.test(word) && !printed.has(word))
  return isTyped ? text : text.slice(at)
}

/** How much of a paragraph was printed before its words; `null` when that is no longer there. */
function leadIn(piece: string, prefix: string): number | null {
  const [number = ''] = NUMBER.exec(prefix) ?? []
  const [found = ''] = number === '' ? [] : (NUMBER.exec(piece) ?? [])
  const label = prefix.slice(number.length)
  return (number !== '') === (found !== '') && piece.startsWith(label, found.length) ? found.length + label.length : null
}

// The mark is that of the day when it was printed: a round may have opened or closed since, and the number may be another.
const MARKS = Object.values(MARK_LABELS).flatMap((labels) => Object.values(labels))
const NUMBER = new RegExp(`^§[\\d.]+[\\t\\u2002](?:(?:${MARKS.join('|')})\\u2002)?`)

interface Mark {
  readonly name: string
  readonly at: number
}

/** For each paragraph, the blocks that it holds, in order. */
function ownersOf(blocks: ReadonlyMap<string, PrintedBlock>, paragraphs: readonly OdtParagraph[]): readonly (readonly Mark[])[] {
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
    if (isFree(rank) && (starts.length > 0 || text.trim() !== '' || blocks.get(id)?.text === '')) own(rank, id, 0)
  })
  paragraphs.forEach(({ starts }, rank) => {
    for (const { name, at } of starts) if (isFree(rank)) own(rank, copied(name), at)
  })
  const lost = [...blocks.values()].filter(({ name, text }) => !found.has(name) && text.trim() !== '')
  const free = paragraphs.flatMap((paragraph, rank) =>
    isFree(rank) && !isOther(paragraph, blocks) ? [{ rank, words: wordsIn(paragraph.text) }] : [],
  )
  for (const { name, text } of free.length === 0 ? [] : lost) {
    const words = wordsIn(text)
    const scored = free.map((one) => ({ ...one, score: isFree(one.rank) ? likeness(words, one.words) : 0 }))
    const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
    if (best.score >= ALIKE) own(best.rank, name, 0)
  }
  return owned.map((marks) => marks.sort((a, b) => a.at - b.at))
}

// What was printed, and is not looked at: none of it is new, nor is it another block rewritten.
function isOther({ id, starts }: OdtParagraph, blocks: ReadonlyMap<string, PrintedBlock>): boolean {
  return [id, ...starts.map(({ name }) => name)].some((name) => /^[a-z]_\w+$/.test(name) && !blocks.has(name) && !blocks.has(copied(name)))
}

/** `b_7_12 Copy 1`, `b_7_12 Copie 1`, `b_7_12_Copy_1`: what a word processor makes of a name that it has twice. */
function copied(name: string): string {
  return /^(.+?)[ _][^\s_\d]+[ _]\d+$/.exec(name)?.[1] ?? ''
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

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
