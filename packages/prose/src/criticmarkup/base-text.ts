import type { Root } from 'mdast'
import { countWhile } from '../bisect.ts'
import { leafBlocks } from '../blocks/leaf-blocks.ts'
import { wordsOf } from '../diff/words-of.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'

/** The text that amendments change, in blocks and words, with Unix line ends. */
export interface BaseText {
  readonly text: string
  readonly bodyStart: number
  readonly blocks: readonly BaseBlock[]
  /** The last word is empty, at the end of the text. */
  readonly words: readonly BaseWord[]
}

/**
 * A block without blocks inside. `lineStart` and `lineEnd` include the markers of lists and quotes.
 */
export interface BaseBlock {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly lineStart: number
  readonly lineEnd: number
}

export interface BaseWord {
  /** The form to compare: words with equal keys differ in typography only. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  /** The number of earlier words with a letter or digit. */
  readonly spokenBefore: number
}

/**
 * Cuts the body of a Markdown file into blocks and words. `read` is its tree, if already parsed.
 */
export function baseText(file: string, read?: Root): BaseText {
  const text = file.replaceAll('\r\n', '\n')
  const { bodyStart } = splitFrontMatter(text)
  const tree = read !== undefined && text === file ? read : parseMarkdown(text, bodyStart)
  const blocks = leafBlocks(tree, text).map(({ node, text: written }) => {
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

/** Cuts the value of a front matter field into words, in a single block. */
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
 * The index of the first word that begins at or after an offset, or of the last word if none does.
 */
export function wordFrom({ words }: BaseText, offset: number): number {
  return Math.min(
    countWhile(words, ({ start }) => start < offset),
    Math.max(0, words.length - 1),
  )
}

/** The number, from 1, of the last block that begins at or before an offset; 0 before the first. */
export function blockAt({ blocks }: BaseText, offset: number): number {
  return countWhile(blocks, ({ lineStart }) => lineStart <= offset)
}

function baseWords(text: string, from: number) {
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
