import type { Root } from 'mdast'
import { leafBlocks } from '../blocks/leaf-blocks.ts'
import { countWhile } from '../by-halves.ts'
import { wordsOf } from '../diff/words-of.ts'
import { splitHead } from '../markdown/front-matter.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'

/**
 * A text that amendments start from, cut in blocks and words. Offsets are those of `text`, whose
 * line ends are those of Unix.
 */
export interface BaseText {
  readonly text: string
  /** Where the Markdown begins, after the head. */
  readonly bodyStart: number
  readonly blocks: readonly BaseBlock[]
  /** Rising; the last is empty and stands at the end of the text. */
  readonly words: readonly BaseWord[]
}

/**
 * A leaf block: its ordinal is its index + 1. Lines are whole, so that markers before it and signs
 * after it are in them.
 */
export interface BaseBlock {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly lineStart: number
  readonly lineEnd: number
}

export interface BaseWord {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  /** How many words that hold a letter or a digit stand before it. */
  readonly spokenBefore: number
}

/**
 * Cuts a Markdown file, head aside. `read` is its tree as the reference gives it, where it was read
 * already.
 */
export function baseText(file: string, read?: Root): BaseText {
  const text = file.replaceAll('\r\n', '\n')
  const { bodyStart } = splitHead(text)
  const tree = read !== undefined && text === file ? read : parseMarkdown(text, bodyStart)
  const blocks = leafBlocks(tree, text).map(({ node, text: written }): BaseBlock => {
    const start = node.position?.start.offset ?? 0
    const end = start + written.length
    const lineEnd = text.indexOf('\n', end)
    return {
      text: written,
      start,
      end,
      lineStart: text.lastIndexOf('\n', start - 1) + 1,
      lineEnd: lineEnd < 0 ? text.length : lineEnd,
    }
  })
  return { text, bodyStart, blocks, words: baseWords(text, bodyStart) }
}

/** Cuts the value of a field, which is one block of ordinal 1. */
export function fieldText(value: string): BaseText {
  const end = value.length
  return {
    text: value,
    bodyStart: 0,
    blocks: [{ text: value, start: 0, end, lineStart: 0, lineEnd: end }],
    words: baseWords(value, 0),
  }
}

/**
 * The index of the first word that begins at an offset or after it; the last word when none does.
 */
export function wordFrom({ words }: BaseText, offset: number): number {
  return Math.min(
    countWhile(words, ({ start }) => start < offset),
    Math.max(0, words.length - 1),
  )
}

/**
 * The ordinal of the last block that begins at an offset or before it, markers included; 0 before
 * the first.
 */
export function blockAt({ blocks }: BaseText, offset: number): number {
  return countWhile(blocks, ({ lineStart }) => lineStart <= offset)
}

function baseWords(text: string, from: number): readonly BaseWord[] {
  let at = from
  let spokenBefore = 0
  return wordsOf(text.slice(from)).map(({ key, gap, text: written, sentence, spoken }) => {
    const start = at + gap.length
    at = start + written.length
    const word = { key, start, end: at, sentence, spokenBefore }
    if (spoken) spokenBefore += 1
    return word
  })
}
