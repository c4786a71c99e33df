import { isBlank, lettersEnd } from '../letters.ts'
import { endsSentence } from './ends-sentence.ts'
import type { Word } from './word.ts'
import { type Fineness, plainEnd, wordEnd, wordKey } from './word-pattern.ts'

/**
 * A line that begins a block of its own, whatever stands above: item, heading, quote, row, fence,
 * definition, key of YAML, comment.
 */
const OPENS_BLOCK =
  /^[^|\n]*[^|\n\\]\|[^|\n]+\||^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|>|\||```|~~~|\[[^\]]+\]:|-{3,}[ \t]*$|={3,}[ \t]*$|["']?[\w./@-]+["']?:(?:[ \t]|$)|:::|<\/?[a-z])/
/** A line that nothing continues. */
const CLOSES_BLOCK = /^[ \t]*(?:#{1,6}[ \t]|```|~~~|-{3,}[ \t]*$)|^[^|\n]*\|[^|\n]+\|/
const QUOTE = /^[ \t]*(?:>[ \t]*)+/
const ROW = /^[ \t]*\||^[^|\n]*[^|\n\\]\|[^|\n]+\|/
/** A tag of HTML after which another line begins, wherever it stands. */
const BREAK = /<\/?(?:br|p|div|li|[ou]l|d[dlt]|t[dhr]|h[1-6]|blockquote|summary|details)\s?\/?>$/i
const BREAK_LENGTH = '</blockquote />'.length
const FENCE = /^(?:```+|~~~+)$/

/**
 * Cuts a text in words, and says in which block and sentence each stands. A sentence ends at a
 * stop, or at a tag that begins another line; it never runs over a block, a cell of a table, or a
 * line of code. `inCode`: whether the text begins inside a fenced block.
 */
export function wordsOf(
  text: string,
  fineness: Fineness = 'words',
  inCode = false,
): readonly Word[] {
  const words: Word[] = []
  let block = 0
  let sentence = 0
  let spokenInSentence = false
  let isRow = ROW.test(lineAt(text, afterBlanks(text, 0)))
  let isCode = inCode
  let at = 0
  while (at <= text.length) {
    const start = afterBlanks(text, at)
    const gap = text.slice(at, start)
    const plain = plainEnd(text, start)
    const isPlain = plain > start
    const end = start === text.length ? start : isPlain ? plain : wordEnd(text, start, fineness)
    const word = text.slice(start, end)
    if (!isPlain && FENCE.test(word) && (words.length === 0 || gap.includes('\n'))) isCode = !isCode
    if (words.length > 0) {
      if (word === '' || (gap.includes('\n') && opensBlock(text, at, start))) {
        block += 1
        sentence += 1
        spokenInSentence = false
        isRow = ROW.test(lineAt(text, start))
      } else if (isRow && word === '|') {
        sentence += 1
        spokenInSentence = false
      } else if (
        (spokenInSentence && endsSentence(words, gap, word)) ||
        (isCode && gap.includes('\n')) ||
        (text[at - 1] === '>' && BREAK.test(text.slice(Math.max(0, at - BREAK_LENGTH), at)))
      ) {
        sentence += 1
        spokenInSentence = false
      }
    }
    const spoken =
      word === '](' || lettersEnd(text, start) > start || (!isPlain && /[\p{L}\p{N}]/u.test(word))
    spokenInSentence ||= /\p{L}\p{L}|\p{Lo}/u.test(word)
    words.push({
      key: isPlain ? word : word === '' ? '\0' : wordKey(word),
      gap,
      text: word,
      block,
      sentence,
      spoken,
    })
    if (start === text.length) break
    at = end
  }
  return words
}

function afterBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}

function opensBlock(text: string, from: number, to: number): boolean {
  const breaks = text.slice(from, to).split('\n').length - 1
  if (breaks === 0) return false
  if (breaks > 1) return true
  const [before, line] = [text.slice(text.lastIndexOf('\n', from - 1) + 1, from), lineAt(text, to)]
  if (OPENS_BLOCK.test(line) && !goesOnQuoting(before, line)) return true
  return CLOSES_BLOCK.test(before) || / {2}\r?\n/.test(text.slice(from, to))
}

/** Whether a line is one more of the paragraph in a quotation that the line before is of. */
function goesOnQuoting(before: string, line: string): boolean {
  const [sign, other] = [QUOTE.exec(before)?.[0], QUOTE.exec(line)?.[0]]
  if (sign === undefined || other?.replace(/[ \t]/g, '') !== sign.replace(/[ \t]/g, ''))
    return false
  const [said, next] = [before.slice(sign.length), line.slice(other.length)]
  return said !== '' && next.trim() !== '' && !OPENS_BLOCK.test(next) && !CLOSES_BLOCK.test(said)
}

function lineAt(text: string, place: number): string {
  const end = text.indexOf('\n', place)
  return text.slice(
    place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1,
    end < 0 ? text.length : end,
  )
}
