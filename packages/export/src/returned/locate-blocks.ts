import { groupedBy } from '@cahier/prose'
import type { PrintedBlock } from './blocks.ts'
import { printedNumber, wordsIn } from './document/lead-in.ts'
import type { OdtMark, OdtParagraph } from './document/odt-paragraph.ts'

/**
 * Finds the printed blocks in each paragraph of a returned (edited) document. Each step looks for
 * the blocks that earlier steps did not find.
 */
export function locateBlocks(
  blocks: ReadonlyMap<string, PrintedBlock>,
  paragraphs: readonly OdtParagraph[],
): readonly (readonly OdtMark[])[] {
  const located = paragraphs.map((): OdtMark[] => [])
  /** The rank of the paragraph in which each block was found. */
  const rankOf = new Map<string, number>()
  paragraphs.forEach(({ starts }, rank) => {
    for (const { name, at } of starts) assign(rank, name, at)
  })
  paragraphs.forEach(({ id, starts, text }, rank) => {
    // Word processors copy the id to an empty paragraph inserted before the block.
    if (isFree(rank) && (starts.length > 0 || text.trim() !== '' || blocks.get(id)?.text === ''))
      assign(rank, id, 0)
  })
  paragraphs.forEach(({ starts }, rank) => {
    for (const { name, at } of starts) if (isFree(rank)) assign(rank, originalOf(name, blocks), at)
  })
  byKey(
    ({ prefix }) => printedNumber(prefix),
    ({ text }) => printedNumber(text),
  )
  byKey(
    ({ prefix, text }) => wordsIn(prefix + text).join(' '),
    ({ text }) => wordsIn(text).join(' '),
  )
  bySimilarWords()
  byOrder()
  return located.map((marks) => marks.sort((a, b) => a.at - b.at))

  function assign(rank: number, name: string, at: number) {
    if (!blocks.has(name) || rankOf.has(name)) return
    rankOf.set(name, rank)
    located[rank]?.push({ name, at })
  }

  function isFree(rank: number) {
    return located[rank]?.length === 0
  }

  function freeParagraphs() {
    return paragraphs.flatMap((paragraph, rank) =>
      isFree(rank) && !isSkipped(paragraph, blocks) ? [{ ...paragraph, rank }] : [],
    )
  }

  function lostBlocks(): readonly PrintedBlock[] {
    return [...blocks.values()].filter(({ name, text }) => !rankOf.has(name) && text.trim() !== '')
  }

  function byKey(
    keyOf: (block: PrintedBlock) => string,
    keyIn: (paragraph: OdtParagraph) => string,
  ) {
    const known = groupedBy(freeParagraphs(), keyIn)
    for (const block of lostBlocks()) {
      const key = keyOf(block)
      const at = key === '' ? undefined : known.get(key)?.find(({ rank }) => isFree(rank))
      if (at !== undefined) assign(at.rank, block.name, 0)
    }
  }

  function bySimilarWords() {
    const free = freeParagraphs().map(({ rank, text }) => ({ rank, words: wordsIn(text) }))
    for (const { name, text } of lostBlocks()) {
      const words = wordsIn(text)
      let best = { rank: -1, score: 0 }
      for (const one of free) {
        const score = isFree(one.rank) ? similarity(words, one.words) : 0
        if (score > best.score) best = { rank: one.rank, score }
      }
      if (best.score >= SIMILAR) assign(best.rank, name, 0)
    }
  }

  /**
   * Pairs fields with free paragraphs (those without a block) between two found blocks, if there
   * are as many of each.
   */
  function byOrder() {
    const free = freeParagraphs().filter(({ text }) => text.trim() !== '')
    const names = [...blocks.keys()]
    for (let at = 0; at < names.length; at++) {
      const from = at
      while (at < names.length && !rankOf.has(names[at] as string)) at++
      const lost = names.slice(from, at)
      const before = rankOf.get(names[from - 1] ?? '') ?? Infinity
      const after = rankOf.get(names[at] ?? '') ?? -1
      const between = free.filter(({ rank }) => before < rank && rank < after)
      if (lost.length === between.length && lost.every((name) => FIELD_NAME.test(name)))
        for (const [index, name] of lost.entries()) assign(between[index]?.rank ?? -1, name, 0)
    }
  }
}

const FIELD_NAME =
  /^[bc]_\d+_(?:title|summary|question|request_\w+|s_\w+|fact_\d+|\d+_caption|\d+_r\d+_c\d+)$/
/** The least `similarity` of a block and a paragraph that are paired. */
const SIMILAR = 0.6

/** The number of common words divided by the words of the longer text. */
function similarity(left: readonly string[], right: readonly string[]) {
  const others = groupedBy(right, (word) => word)
  const common = [...groupedBy(left, (word) => word)].reduce(
    (total, [word, times]) => total + Math.min(times.length, others.get(word)?.length ?? 0),
    0,
  )
  return common / Math.max(left.length, right.length)
}

/**
 * True when a paragraph has a printed name that is not compared, such as the name of a date. A name
 * in `blocks` is compared. The name of a title or text of a proposal or axis is also compared when
 * `blocks` has the title of that proposal or axis.
 */
export function isSkipped(
  { id, starts }: OdtParagraph,
  blocks: ReadonlyMap<string, PrintedBlock>,
): boolean {
  return [id, ...starts.map(({ name }) => name)].some((name) => {
    const [, text, isBlock] =
      /^([bc]_[1-9]\d*)_(\d.*|title|summary|question|s_.*|request.*)?/.exec(name) ?? []
    const isFound = text !== undefined && isBlock !== undefined && blocks.has(`${text}_title`)
    return /^[bcdtw]_\w+$/.test(name) && !isFound && originalOf(name, blocks) === ''
  })
}

/** The block whose bookmark a word processor copied, even several times; empty if none. */
function originalOf(name: string, blocks: ReadonlyMap<string, PrintedBlock>): string {
  if (blocks.has(name)) return name
  // `b_7_12 Copy 1`, `b_7_12 Copie 1`, `b_7_12_Copy_1_Copy_1`.
  const [, before] = /^(.+?)[ _][^\s_\d]+[ _]\d+$/.exec(name) ?? []
  return before === undefined ? '' : originalOf(before, blocks)
}
