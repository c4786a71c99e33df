import { wordsOf } from '../diff/words-of.ts'
import type { Splice } from '../span.ts'
import { type BaseBlock, type BaseText, blockAt, wordFrom } from './base-text.ts'

/** True when a splice (a replacement) inserts whole blocks between two blocks of the base. */
export function isBetween(base: BaseText, { start, end, text }: Splice): boolean {
  const { text: written, blocks, bodyStart } = base
  if (start !== end || text.trim() === '' || start < bodyStart) return false
  const block = blocks[blockAt(base, start) - 1]
  if (block !== undefined && block.lineStart < start && start < block.lineEnd) return false
  const opens = start === written.length || written[start] === '\n' ? /^[ \t]*\n/.test(text) : false
  return (
    opens ||
    (/\n[ \t]*$/.test(text) && (start === bodyStart || written[start - 1] === '\n')) ||
    blocks.length === 0
  )
}

/**
 * Normalizes a splice, so that equal edits give equal splices. A normalized splice covers the
 * fewest whole words; deleted or inserted words take the blanks before them, and whole blocks take
 * the blank lines on one side.
 */
export function normalizedSplice(base: BaseText, splice: Splice): Splice {
  if (isBetween(base, splice)) return slidBack(base, splice)
  const blocks = wholeBlocks(base, splice)
  if (blocks !== null) return withBlanks(base, splice, blocks)
  return slidBack(base, fromItsBeginning(base, narrowed(base, widened(base, splice))))
}

/** The numbers, from 1, of the first and last block of a deletion of whole blocks; else `null`. */
export function wholeBlocks(
  base: BaseText,
  { start, end, text }: Splice,
): readonly [first: number, last: number] | null {
  const taken = base.text.slice(start, end)
  if (text.trim() !== '' || taken.trim() === '') return null
  const from = start + taken.length - taken.trimStart().length
  const first = blockAt(base, from)
  const last = blockAt(base, start + taken.trimEnd().length)
  if (first === 0 || last < first) return null
  const [opening, closing] = [
    base.blocks[first - 1] as BaseBlock,
    base.blocks[last - 1] as BaseBlock,
  ]
  return base.text.slice(opening.lineStart, closing.lineEnd).trim() === taken.trim() &&
    opening.lineStart <= from
    ? [first, last]
    : null
}

// Extends a change that cuts a word, or adds letters to a word, to the whole word.
function widened(base: BaseText, splice: Splice) {
  let { start, end, text } = splice
  const head =
    wordAround(base, start) ??
    (isGlued(base.text[start - 1], text[0] ?? base.text[end]) ? wordEnding(base, start) : undefined)
  if (head !== undefined) {
    text = base.text.slice(head.start, start) + text
    start = head.start
  }
  const tail =
    wordAround(base, end) ??
    (isGlued(text.at(-1) ?? base.text[start - 1], base.text[end])
      ? wordBeginning(base, end)
      : undefined)
  if (tail !== undefined && tail.end > end) {
    text += base.text.slice(end, tail.end)
    end = tail.end
  }
  return { start, end, text }
}

function isGlued(before: string | undefined, after: string | undefined) {
  return (
    before !== undefined &&
    after !== undefined &&
    /[\p{L}\p{N}]/u.test(before) &&
    /[\p{L}\p{N}]/u.test(after)
  )
}

function wordAround(base: BaseText, offset: number) {
  const word = base.words[wordFrom(base, offset) - 1]
  return word !== undefined && offset < word.end ? word : undefined
}

function wordEnding(base: BaseText, offset: number) {
  const word = base.words[wordFrom(base, offset) - 1]
  return word?.end === offset ? word : undefined
}

function wordBeginning(base: BaseText, offset: number) {
  const word = base.words[wordFrom(base, offset)]
  return word?.start === offset ? word : undefined
}

function narrowed(base: BaseText, splice: Splice): Splice {
  const old = base.text.slice(splice.start, splice.end)
  if (old.trim() === '' || splice.text.trim() === '') return splice
  const [before, after] = [wordsOf(old), wordsOf(splice.text)].map((words) =>
    words.map(({ gap, text }) => gap + text),
  ) as [string[], string[]]
  let tail = 0
  while (
    tail < Math.min(before.length, after.length) &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail += 1
  let head = 0
  while (head < Math.min(before.length, after.length) - tail && before[head] === after[head])
    head += 1
  const lengthOf = (words: readonly string[]) => words.join('').length
  const [skipped, left] = [
    lengthOf(before.slice(0, head)),
    lengthOf(before.slice(before.length - tail)),
  ]
  return {
    start: splice.start + skipped,
    end: splice.end - left,
    text: splice.text.slice(skipped, splice.text.length - left),
  }
}

// Changes `mot{--. Autre phrase--}.` into `mot.{-- Autre phrase.--}`; insertions likewise.
function fromItsBeginning(base: BaseText, splice: Splice): Splice {
  const { start, end, text } = splice
  const taken = base.text.slice(start, end)
  if ((text.trim() === '') === (taken.trim() === '')) return splice
  const moving = text.trim() === '' ? taken : text
  const stop = /^[.!?…]+(?=\s)/.exec(moving)?.[0]
  if (stop === undefined || !base.text.startsWith(stop, end)) return splice
  const at = { start: start + stop.length, end: end + stop.length }
  return text.trim() === '' ? { ...at, text } : { ...at, text: text.slice(stop.length) + stop }
}

// Changes `a {++un ++}mot` into `a{++ un++} mot`; deletions and inserted blocks likewise.
function slidBack(base: BaseText, splice: Splice): Splice {
  const { start, end, text } = splice
  const gap = base.text.slice(blanksBefore(base, start), start)
  if (gap === '' || gap.length === start - base.bodyStart) return splice
  const moves =
    start === end ? text.endsWith(gap) : text === '' && base.text.slice(start, end).endsWith(gap)
  if (!moves) return splice
  return {
    start: start - gap.length,
    end: end - gap.length,
    text: start === end ? gap + text.slice(0, -gap.length) : '',
  }
}

function blanksBefore({ text, bodyStart }: BaseText, offset: number) {
  let at = offset
  while (at > bodyStart && /\s/.test(text.charAt(at - 1))) at -= 1
  return at
}

function withBlanks(
  base: BaseText,
  splice: Splice,
  [first, last]: readonly [number, number],
): Splice {
  const [from, to] = [
    (base.blocks[first - 1] as BaseBlock).lineStart,
    (base.blocks[last - 1] as BaseBlock).lineEnd,
  ]
  const taken = base.text.slice(splice.start, splice.end)
  const exact = taken.trim().length + (/^[ \t]*/.exec(base.text.slice(from))?.[0].length ?? 0)
  if (taken.length > exact || splice.text !== '') return slidBack(base, splice)
  const [previous, next] = [base.blocks[first - 2]?.lineEnd, base.blocks[last]?.lineStart]
  const before =
    previous === undefined
      ? null
      : previous + withoutLastBlanks(base.text.slice(previous, from)).length
  const after =
    next === undefined
      ? null
      : to + (/^(?:[ \t>]*\n)*/.exec(base.text.slice(to, next))?.[0].length ?? 0)
  const lines = (start: number, end: number) => base.text.slice(start, end).split('\n').length
  if (before !== null && (after === null || lines(before, from) <= lines(to, after)))
    return { start: before, end: to, text: '' }
  return { start: from, end: after ?? to, text: '' }
}

// Removes final blank lines, also those with the markers of a quotation.
function withoutLastBlanks(text: string) {
  const lines = text.split('\n')
  return lines.slice(0, lines.findLastIndex((line) => /[^ \t>]/.test(line)) + 1).join('\n')
}
