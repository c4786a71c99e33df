import { countWhile } from '../bisect.ts'
import type { Span } from '../span.ts'
import type { DiffHunk } from './common-subsequence.ts'
import { wordHunks } from './word-hunks.ts'
import { type Word, wordsOf } from './words-of.ts'

/**
 * An equal or changed part of two texts. All `old` strings, joined, are the old text byte for byte;
 * likewise for `new`.
 */
export interface DiffPiece {
  readonly same: boolean
  readonly old: string
  readonly new: string
}

/**
 * The changes between two texts, for people. A change covers whole words, and all of a link, code
 * span or short emphasis. A difference in blanks or typography is a change too.
 */
export function diffText(old: string, young: string): readonly DiffPiece[] {
  return trimmed(joined(withWholes(diffWords(old, young))))
}

/** The changes between two texts word by word, also inside links and emphasis. */
export function diffWords(old: string, young: string): readonly DiffPiece[] {
  const oldWords = wordsOf(old)
  const youngWords = wordsOf(young)
  const steps: DiffPiece[] = []
  let o = 0
  let y = 0
  const keepTo = (end: number) => {
    for (; o < end; o++, y++) steps.push(...stepsOf(oldWords[o] as Word, youngWords[y] as Word))
  }
  for (const { oldStart, oldEnd, newStart, newEnd } of wordHunks(oldWords, youngWords)) {
    keepTo(oldStart)
    steps.push({
      same: false,
      old: written(oldWords.slice(oldStart, oldEnd)),
      new: written(youngWords.slice(newStart, newEnd)),
    })
    o = oldEnd
    y = newEnd
  }
  keepTo(oldWords.length)
  return joined(steps)
}

function stepsOf(old: Word, young: Word) {
  const parts = [
    [old.gap, young.gap],
    [old.text, young.text],
  ] as const
  return parts
    .map(([before, after]) => ({ same: before === after, old: before, new: after }))
    .filter((step) => step.old !== '' || step.new !== '')
}

function written(words: readonly Word[]) {
  return words.map(({ gap, text }) => gap + text).join('')
}

function joined(steps: readonly DiffPiece[]) {
  const pieces: DiffPiece[] = []
  for (const step of steps) {
    const last = pieces.at(-1)
    if (last !== undefined && last.same === step.same)
      pieces[pieces.length - 1] = {
        same: last.same,
        old: last.old + step.old,
        new: last.new + step.new,
      }
    else pieces.push(step)
  }
  return pieces
}

function trimmed(pieces: readonly DiffPiece[]) {
  const out = pieces.flatMap((piece) => {
    if (piece.same) return [piece]
    let head = 0
    while (
      head < piece.old.length &&
      piece.old[head] === piece.new[head] &&
      /\s/.test(piece.old.charAt(head))
    )
      head += 1
    const rest = { same: false, old: piece.old.slice(head), new: piece.new.slice(head) }
    return head === 0
      ? [piece]
      : [{ same: true, old: piece.old.slice(0, head), new: piece.old.slice(0, head) }, rest]
  })
  return joined(out)
}

/** Widens each change inside a link, image, code span or emphasis, to cover all of it. */
function withWholes(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const hunks = hunksIn(pieces)
  if (hunks.length === 0) return pieces
  const [old, young] = [
    pieces.map((piece) => piece.old).join(''),
    pieces.map((piece) => piece.new).join(''),
  ]
  const [inOld, inYoung] = [cutBy(wholeSpans(old)), cutBy(wholeSpans(young))]
  const out: DiffHunk[] = []
  for (let index = 0; index < hunks.length; index++) {
    let hunk = hunks[index] as DiffHunk
    for (;;) {
      const [o, y] = [inOld(hunk.oldStart, hunk.oldEnd), inYoung(hunk.newStart, hunk.newEnd)]
      const [back, on] = [Math.max(o.back, y.back), Math.max(o.on, y.on)]
      if (back === 0 && on === 0) break
      const near = back > 0 ? out.at(-1) : hunks[index + 1]
      const wider =
        back > 0
          ? { ...hunk, oldStart: hunk.oldStart - back, newStart: hunk.newStart - back }
          : { ...hunk, oldEnd: hunk.oldEnd + on, newEnd: hunk.newEnd + on }
      const takesIn =
        near !== undefined && wider.oldStart <= near.oldEnd && near.oldStart <= wider.oldEnd
      hunk = takesIn ? union(hunk, near) : wider
      if (takesIn && back > 0) out.pop()
      else if (takesIn) index += 1
    }
    out.push(hunk)
  }
  return piecesOf(out, old, young)
}

function hunksIn(pieces: readonly DiffPiece[]) {
  let [o, y] = [0, 0]
  return pieces.flatMap(({ same, old, new: young }) => {
    const hunk = { oldStart: o, oldEnd: o + old.length, newStart: y, newEnd: y + young.length }
    o = hunk.oldEnd
    y = hunk.newEnd
    return same ? [] : [hunk]
  })
}

function union(one: DiffHunk, other: DiffHunk) {
  return {
    oldStart: Math.min(one.oldStart, other.oldStart),
    oldEnd: Math.max(one.oldEnd, other.oldEnd),
    newStart: Math.min(one.newStart, other.newStart),
    newEnd: Math.max(one.newEnd, other.newEnd),
  }
}

function piecesOf(hunks: readonly DiffHunk[], old: string, young: string) {
  const pieces: DiffPiece[] = []
  let [o, y] = [0, 0]
  for (const { oldStart, oldEnd, newStart, newEnd } of hunks) {
    pieces.push({ same: true, old: old.slice(o, oldStart), new: young.slice(y, newStart) })
    pieces.push({
      same: false,
      old: old.slice(oldStart, oldEnd),
      new: young.slice(newStart, newEnd),
    })
    o = oldEnd
    y = newEnd
  }
  pieces.push({ same: true, old: old.slice(o), new: young.slice(y) })
  return pieces.filter((piece) => piece.old !== '' || piece.new !== '')
}

/** Returns a function that tells how far a range must grow, back and on, to cut no span. */
function cutBy(
  spans: readonly Span[],
): (start: number, end: number) => { readonly back: number; readonly on: number } {
  return (start, end) => {
    let [from, to] = [start, end]
    for (
      let index = firstEndingAfter(spans, start);
      (spans[index]?.start ?? Infinity) < end || isInside(spans[index], start);
      index++
    ) {
      const span = spans[index] as Span
      if (span.start < start || span.end > end) {
        from = Math.min(from, span.start)
        to = Math.max(to, span.end)
      }
    }
    return { back: start - from, on: to - end }
  }
}

function isInside(span: Span | undefined, offset: number) {
  return span !== undefined && span.start < offset && offset < span.end
}

function firstEndingAfter(spans: readonly Span[], offset: number) {
  return countWhile(spans, ({ end }) => end <= offset)
}

/** In emphasis of more words, a change may cover only a part. */
const MOST_WORDS = 12

const INSIDE = '{1,400}?'
const NO_BLANK_LINE = '(?!\\n[ \\t]*\\n)'

const CODE = new RegExp(
  `(?<![\\\\\`])(\`{1,3})(?!\`)(?:${NO_BLANK_LINE}[\\s\\S])${INSIDE}(?<!\`)\\1(?!\`)`,
  'g',
)
const LINKS = new RegExp(
  `!?(?<!\\\\)\\[(?:${NO_BLANK_LINE}[^\\[\\]]|\\[[^\\[\\]\\n]{0,400}\\])${INSIDE}\\](?:\\((?:[^()\\n]|\\([^()\\n]{0,400}\\)){0,2000}?\\)|\\[[^\\[\\]\\n]{0,400}\\])|<(?:https?:|mailto:)[^<>\\s]{1,2000}>`,
  'g',
)
const STRONG = new RegExp(
  `(?<![\\\\*])(\\*{2,3})(?![\\s*])(?:${NO_BLANK_LINE}(?:[^*]|\\*(?!\\*)))${INSIDE}(?<![\\s\\\\])\\1`,
  'g',
)
const STARRED = new RegExp(
  `(?<![\\\\*])\\*(?![\\s*])(?:${NO_BLANK_LINE}[^*])${INSIDE}(?<![\\s\\\\])\\*(?!\\*)`,
  'g',
)
const UNDERSCORED = new RegExp(
  `(?<![\\\\_\\p{L}\\p{N}])(__?)(?![\\s_])(?:${NO_BLANK_LINE}[^_])${INSIDE}(?<![\\s\\\\])\\1(?![_\\p{L}\\p{N}])`,
  'gu',
)
const STRUCK = new RegExp(
  `(?<![\\\\~])~~(?![\\s~])(?:${NO_BLANK_LINE}[^~])${INSIDE}(?<![\\s\\\\])~~(?!~)`,
  'g',
)

function wholeSpans(text: string) {
  const emphasis = [STRONG, STARRED, UNDERSCORED, STRUCK]
  const found = [CODE, LINKS, ...emphasis].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(
        ([written]) => !emphasis.includes(pattern) || written.split(/\s+/).length <= MOST_WORDS,
      )
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  const spans: { start: number; end: number }[] = []
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push({ ...span })
  }
  return spans
}
