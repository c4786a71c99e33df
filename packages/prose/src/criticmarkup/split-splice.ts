import { commonSubsequence } from '../diff/common-subsequence.ts'
import { wordsOf } from '../diff/words-of.ts'
import type { Span, Splice } from '../span.ts'
import { type BaseText, blockAt } from './base-text.ts'

/**
 * Cuts a splice (a replacement) into smaller splices. Each one changes words, or adds or removes
 * whole blocks or a block separator. Returns the splice itself when it cannot be cut.
 */
export function splitSplice(base: BaseText, splice: Splice): readonly Splice[] {
  const old = base.text.slice(splice.start, splice.end)
  if (old.trim() === '' && splice.text.trim() === '') return [splice]
  const after = base.text.slice(splice.end, splice.end + AHEAD)
  const [inOld, inNew] = [breaksIn(old, after), breaksIn(splice.text, after)]
  if ((inOld.length === 0) === (inNew.length === 0)) return [splice]
  const edges = edgesOf(base, splice)
  const parts =
    inNew.length > 0
      ? insertedBlocks(base, splice, old, inNew, edges)
      : splice.text.trim() === ''
        ? null
        : deletedBlocks(splice, old, inOld, edges)
  return parts ?? aroundSeparator(splice, old, inOld, inNew) ?? [splice]
}

/** The characters read after a splice, to see whether a number at its end opens a list item. */
const AHEAD = 12
/** A blank line, or a line end before a list item. */
const BREAK = /\n(?:[ \t]*\n)+[ \t]*|\n[ \t]*(?=(?:[-*+]|\d{1,9}[.)])[ \t])/g

function breaksIn(text: string, after: string) {
  return [...`${text}${after}`.matchAll(BREAK)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ end }) => end <= text.length)
}

interface Edges {
  /**
   * When the splice begins at the beginning of a block, this is the offset where that block's first
   * line starts. When it begins inside a block, this is `null`.
   */
  readonly opens: number | null
  readonly closes: boolean
}

function edgesOf(base: BaseText, { start, end }: Splice) {
  const opening = base.blocks[blockAt(base, start) - 1]
  const closing = base.blocks[blockAt(base, Math.max(start, end - 1)) - 1]
  const opens =
    opening !== undefined &&
    start >= opening.lineStart &&
    base.text.slice(opening.lineStart, start).trim() === ''
  const closes =
    closing !== undefined &&
    end > closing.lineStart &&
    end <= closing.lineEnd &&
    base.text.slice(end, closing.lineEnd).trim() === ''
  return { opens: opens ? opening.lineStart : null, closes }
}

function insertedBlocks(
  base: BaseText,
  { start, end, text }: Splice,
  old: string,
  breaks: readonly Span[],
  edges: Edges,
): readonly Splice[] | null {
  const [first, last] = [breaks[0] as Span, breaks.at(-1) as Span]
  const [head, tail] = [text.slice(0, first.start), text.slice(last.end)]
  const startsAfter =
    edges.closes &&
    head.trim() !== '' &&
    (edges.opens === null || likeness(old, head) >= likeness(old, tail))
  if (startsAfter)
    return [
      { start, end, text: head },
      { start: end, end, text: text.slice(first.start) },
    ]
  if (
    edges.opens === null ||
    old.trim() === '' ||
    tail.trim() === '' ||
    text.slice(0, last.start).trim() === ''
  )
    return null
  const indent = base.text.slice(edges.opens, start)
  return [
    {
      start: edges.opens,
      end: edges.opens,
      text: indent + text.slice(0, last.start) + lineEndsOf(text.slice(last.start, last.end)),
    },
    { start, end, text: tail },
  ]
}

function deletedBlocks(
  { start, end, text }: Splice,
  old: string,
  breaks: readonly Span[],
  edges: Edges,
): readonly Splice[] | null {
  const [first, last] = [breaks[0] as Span, breaks.at(-1) as Span]
  const [head, tail] = [old.slice(0, first.start), old.slice(last.end)]
  if (
    edges.closes &&
    head.trim() !== '' &&
    likeness(head, text) > 0 &&
    likeness(head, text) >= likeness(old.slice(first.end), text)
  )
    return [
      { start, end: start + first.start, text },
      { start: start + first.start, end, text: '' },
    ]
  const isSame = NUMBER.test(tail.trim())
    ? NUMBER.test(text.trim())
    : likeness(tail, text) > likeness(old.slice(0, last.start), text)
  if (
    edges.opens === null ||
    tail.trim() === '' ||
    old.slice(0, last.start).trim() === '' ||
    !isSame
  )
    return null
  return [
    { start, end: start + last.end, text: '' },
    { start: start + last.end, end, text },
  ]
}

const NUMBER = /^\d{1,9}$/
const MARK = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/

/** A block separator that only the old or only the new text has becomes a splice of its own. */
function aroundSeparator(
  { start, end, text }: Splice,
  old: string,
  inOld: readonly Span[],
  inNew: readonly Span[],
): readonly Splice[] | null {
  const [broken, whole] = inOld.length > 0 ? [old, text] : [text, old]
  const [only, ...more] = inOld.length > 0 ? inOld : inNew
  if (only === undefined || more.length > 0) return null
  const mark = MARK.exec(broken.slice(only.end))?.[0].length ?? 0
  const [head, tail] = [broken.slice(0, only.start), broken.slice(only.end + mark)]
  const blank = blankFor(whole, head, tail)
  if (blank === null) return null
  const cuts = (isBroken: boolean) =>
    (isBroken ? [only.start, only.end + mark] : [blank.start, blank.end]) as [number, number]
  const [o, y] = [cuts(broken === old), cuts(broken === text)]
  return [
    { start, end: start + o[0], text: text.slice(0, y[0]) },
    { start: start + o[0], end: start + o[1], text: text.slice(y[0], y[1]) },
    { start: start + o[1], end, text: text.slice(y[1]) },
  ].filter((part) => part.text !== old.slice(part.start - start, part.end - start))
}

/** The blank at the place of the separator. The text before or after this blank is unchanged. */
function blankFor(whole: string, head: string, tail: string) {
  const blanks = [...whole.matchAll(/\s+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const same = (one: string, other: string) =>
    one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()
  return (
    blanks.find(({ end }) => tail.trim() !== '' && same(whole.slice(end), tail)) ??
    blanks.find(({ start }) => same(whole.slice(0, start), head)) ??
    (tail.trim() === '' && blanks.at(-1)?.end === whole.length ? (blanks.at(-1) ?? null) : null)
  )
}

function lineEndsOf(blanks: string) {
  return blanks.replace(/(?<![ \t])[ \t]+$/, '')
}

function likeness(one: string, other: string) {
  const [a, b] = [one, other].map((text) =>
    wordsOf(text).flatMap(({ key, spoken }) => (spoken ? [key] : [])),
  ) as [string[], string[]]
  return commonSubsequence(a, b).length / Math.max(1, Math.min(a.length, b.length))
}
