import { wordsOf } from '../diff/words-of.ts'
import { groupedBy } from '../grouped-by.ts'
import { type Splice, spliced } from '../span.ts'
import { type BaseText, type BaseWord, blockAt, wordFrom } from './base-text.ts'
import type { Hunk, HunkPart, Operation } from './hunk.ts'
import { isBetween, normalizedSplice, wholeBlocks } from './normalized-splice.ts'
import { splitSplice } from './split-splice.ts'

/**
 * Turns splices (replacements in the base) into hunks (single edits), in order. A deletion and an
 * insertion of the same words become one move.
 */
export function hunksFromSplices(
  base: BaseText,
  splices: readonly Splice[],
  field = '',
): readonly Hunk[] {
  const settled = splices
    .flatMap((splice) => settledSplices(base, splice))
    .filter(({ start, end, text }) => base.text.slice(start, end) !== text)
    .map((splice, rank) => ({ splice, rank }))
    .sort(
      (a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.rank - b.rank,
    )
  return withMoves(settled.map(({ splice }) => hunkOf(base, splice, field))).map((hunk, index) => ({
    ...hunk,
    rank: index + 1,
  }))
}

// Cuts a splice into normalized parts, unless these overlap or give another text.
function settledSplices(base: BaseText, splice: Splice): readonly Splice[] {
  const atomic = splitSplice(base, splice)
  const parts = atomic.map((part) => normalizedSplice(base, part))
  if (parts.length < 2) return parts
  const isApart = parts.every(
    (part, index) => index === 0 || (parts[index - 1] as Splice).end <= part.start,
  )
  return isApart && textWith(base, parts, splice) === textWith(base, [splice], splice)
    ? parts
    : [normalizedSplice(base, splice)]
}

/**
 * The text of the blocks at and next to `around`, with the splices applied and normalized blanks.
 */
function textWith({ text, blocks }: BaseText, splices: readonly Splice[], around: Splice) {
  const from = blocks.findLast(({ lineEnd }) => lineEnd < around.start)?.lineStart ?? 0
  const to = blocks.find(({ lineStart }) => lineStart > around.end)?.lineEnd ?? text.length
  const inside = splices.map(({ start, end, text: put }) => ({
    start: start - from,
    end: end - from,
    text: put,
  }))
  return spliced(text.slice(from, to), inside)
    .replace(/[ \t]+/g, ' ')
    .replace(/(?<!\s)\s*\n\s*\n\s*/g, '\n\n')
    .trim()
}

function hunkOf(base: BaseText, splice: Splice, field: string): Hunk {
  const old = base.text.slice(splice.start, splice.end)
  const part = partOf(base, splice, old)
  const first = base.blocks[part.blocks[0] - 1]
  const origin =
    first === undefined ? wordFrom(base, base.bodyStart) : wordFrom(base, first.lineStart)
  return {
    rank: 0,
    field,
    operation: operationOf(base, splice, old, part),
    block: part.blocks[0],
    wordsInBlock: [part.words[0] - origin, part.words[1] - origin],
    old: old.trim(),
    new: splice.text.trim(),
    parts: [part],
  }
}

function partOf(base: BaseText, splice: Splice, old: string): HunkPart {
  const { words } = base
  const from = firstReplaced(base, splice.start)
  const to = Math.max(from, wordFrom(base, splice.end))
  const between = isBetween(base, splice)
  const at = (index: number) => words[Math.min(index, words.length - 1)] as BaseWord
  const last = at(Math.max(from, to - 1))
  const own = blockAt(base, between ? splice.start - 1 : splice.start)
  return {
    splice,
    between,
    words: [from, to],
    spoken: [at(from).spokenBefore, at(to).spokenBefore],
    sentences:
      to > from ? [at(from).sentence, last.sentence] : sentencesAround(base, from, splice, between),
    blocks:
      to > from
        ? [Math.max(1, blockAt(base, at(from).start)), Math.max(1, blockAt(base, last.start))]
        : [own, own],
    whole: wholeBlocks(base, splice) !== null,
    deleted: wordsKey(old),
    inserted: wordsKey(splice.text) || structureOf(splice.text),
  }
}

function firstReplaced(base: BaseText, start: number) {
  const index = wordFrom(base, start)
  const before = base.words[index - 1]
  return before !== undefined && before.end > start ? index - 1 : index
}

function sentencesAround(
  base: BaseText,
  index: number,
  splice: Splice,
  between: boolean,
): readonly [number, number] {
  const [before, after] = [base.words[index - 1], base.words[index]] as [
    BaseWord | undefined,
    BaseWord | undefined,
  ]
  const halfWay = (before?.sentence ?? -1) + 0.5
  const block = base.blocks[blockAt(base, splice.start) - 1]
  if (between || block === undefined) return [halfWay, halfWay]
  if (before !== undefined && before.sentence === after?.sentence)
    return [before.sentence, before.sentence]
  const opens = before === undefined || before.end <= block.start
  const sentence = opens ? after?.sentence : before.sentence
  const stops = opens
    ? SENTENCE_END.test(splice.text.trim())
    : SENTENCE_END.test(base.text.slice(block.start, before.end))
  return stops || sentence === undefined ? [halfWay, halfWay] : [sentence, sentence]
}

const SENTENCE_END = /[.!?…][\s»”")*_\]]*$/

function wordsKey(text: string) {
  return wordsOf(text)
    .slice(0, -1)
    .map(({ key }) => key)
    .join(BETWEEN_WORDS)
}

const BETWEEN_WORDS = '\u0001'

// Reduces inserted blanks to their effect: new block, space, or nothing.
function structureOf(text: string) {
  return /\n[ \t]*\n/.test(text) ? '\n\n' : text === '' ? '' : ' '
}

/** Only blanks and the markers of list items and quotations. */
const STRUCTURE = /^\s*(?!\s)(?:(?:[-*+]|\d{1,9}[.)]|>)[ \t]+(?![ \t]))*\s*$/
const BLOCK_BREAK = /\n[ \t]*\n|\n[^\S\n]*(?:[-*+]|\d{1,9}[.)])[ \t]/
const NUMBER = /^\d{1,9}[.)]?$/

function operationOf(
  base: BaseText,
  { start, end, text }: Splice,
  old: string,
  { between, words }: HunkPart,
): Operation {
  if (between) return 'insertion'
  const lineStart = base.text.lastIndexOf('\n', start - 1) + 1
  const opensItem =
    base.text.slice(lineStart, start).trim() === '' && /^[.)]?[ \t]/.test(base.text.slice(end))
  if (opensItem && NUMBER.test(old.trim()) && NUMBER.test(text.trim())) return 'renumbering'
  const [from, to] = [base.words[words[0] - 1]?.end ?? start, base.words[words[1]]?.start ?? end]
  const [before, after] = [
    base.text.slice(from, to),
    base.text.slice(from, start) + text + base.text.slice(end, to),
  ]
  if (STRUCTURE.test(before) && STRUCTURE.test(after)) {
    if (BLOCK_BREAK.test(after) && !BLOCK_BREAK.test(before)) return 'split'
    if (BLOCK_BREAK.test(before) && !BLOCK_BREAK.test(after)) return 'join'
  }
  if (text.trim() === '') return 'deletion'
  return old.trim() === '' ? 'insertion' : 'replacement'
}

/** With fewer equal words, a deletion and an insertion are not a move. */
const FEWEST_MOVED = 3

function withMoves(hunks: readonly Hunk[]): readonly Hunk[] {
  const isOneWay = ({ operation }: Hunk) => operation === 'deletion' || operation === 'insertion'
  const twins = groupedBy(hunks.filter(isOneWay), passageOf)
  const moved = new Map<Hunk, Hunk>()
  for (const [passage, [one, other, ...more]] of twins) {
    if (passage.split(BETWEEN_WORDS).length < FEWEST_MOVED || one === undefined) continue
    if (other === undefined || more.length > 0 || one.operation === other.operation) continue
    if (one.operation === 'deletion') moved.set(one, other)
    else moved.set(other, one)
  }
  const targets = new Set(moved.values())
  return hunks.flatMap((hunk) => {
    const target = moved.get(hunk)
    if (target === undefined) return targets.has(hunk) ? [] : [hunk]
    return [
      { ...hunk, operation: 'move', new: target.new, parts: [...hunk.parts, ...target.parts] },
    ]
  })
}

/** A list item may move without its marker, so markers of items and quotations are left out. */
function passageOf({ operation, parts: [part] }: Hunk) {
  const words = (operation === 'deletion' ? part?.deleted : part?.inserted) ?? ''
  return words.replace(/^(?:[-*+]|\d{1,9}\u0001[.)]|>)\u0001/, '')
}
