import { changeableSpan, diffText, foldProse, OBJECT, type Passage } from '@cahier/prose'

/** An edit of a source, by UTF-16 offsets. */
export interface SourceEdit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly rank?: number
}

/** The words of a block or field, with the offset of each UTF-16 unit in the source. */
export type SourceWords = Pick<Passage, 'written' | 'starts' | 'gaps' | 'end'>

/** Marks the end of a paragraph in words read back from an ODT. */
export const BREAK = '\u2029'

/**
 * Turns changes of printed words into edits of the source. The source differs from print in
 * typography, citations and code. `write` escapes Markdown; `isFirst` is true at the start of the
 * block. The returned `words` are the source words after the edits. `left` lists words that a
 * citation, code or address keeps from being changed.
 */
export function editsFromPrintedWords(
  passage: SourceWords,
  printed: string,
  returned: string,
  write: (words: string, isFirst: boolean) => string,
) {
  const placeOf = placesIn(passage.written, printed)
  const edits: SourceEdit[] = []
  const left: string[] = []
  const source = passage.written
  let words = ''
  let done = 0
  let at = 0
  for (const { same, old, new: newer } of diffText(printed, returned)) {
    const [start, end] = [at, at + old.length]
    at = end
    if (same || isSameProse(old, newer) || isNumberOfNote(old, newer)) continue
    const { before, after, ...whole } = placeOf(start, end)
    const { from, to, wording } = narrowed(passage, {
      ...whole,
      wording: before + newer.replaceAll(OBJECT, '') + after,
    })
    const edit =
      from < done || losesCitation(source.slice(from, to), old, newer)
        ? null
        : editOf(passage, from, to, write(wording, from === 0))
    if (edit === null) {
      const [added, deleted] = [newer, old].map((one) => one.replaceAll(OBJECT, '').trim())
      left.push(added || deleted || wordsBefore(printed, end))
    } else {
      edits.push(edit)
      words += source.slice(done, from) + wording
      done = to
    }
  }
  return { edits, words: words + source.slice(done), left }
}

// The words that locate a deleted citation or note in a report.
function wordsBefore(printed: string, end: number) {
  return end <= 40 ? printed.slice(0, end) : printed.slice(end - 40, end).replace(/^\S*\s+/, '')
}

// True when footnote marks became plain numbers, as in DOCX.
function isNumberOfNote(old: string, newer: string) {
  const words = old.trim().split(OBJECT)
  const pattern = words.map((part) => part.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')).join('\\d+')
  return words.length > 1 && new RegExp(`^${pattern}$`).test(newer.trim())
}

/** Narrows a change to the letters that differ, to keep Markdown signs: `l’[interdiction](…)`. */
function narrowed(passage: SourceWords, change: Replacement): Replacement {
  const { from, to, wording } = change
  if (from === to || changeableSpan(passage, from, to) !== null) return change
  const source = passage.written.slice(from, to)
  const most = Math.min(source.length, wording.length)
  let head = 0
  while (head < most && source[head] === wording[head]) head++
  let tail = 0
  while (tail < most - head && source.at(-1 - tail) === wording.at(-1 - tail)) tail++
  // Letters added to a word go before its closing sign.
  if (head + tail === source.length && head > 0) head--
  // An edit may not delete one of two paired signs.
  if (changeableSpan(passage, from + head, to - tail) === null) return change
  return { from: from + head, to: to - tail, wording: wording.slice(head, wording.length - tail) }
}

interface Replacement {
  readonly from: number
  readonly to: number
  readonly wording: string
}

/** True when two texts read the same, apart from typography and blanks. */
export function isSameProse(a: string, b: string): boolean {
  return (
    a.includes(BREAK) === b.includes(BREAK) &&
    (a.trim() === '') === (b.trim() === '') &&
    foldProse(a) === foldProse(b)
  )
}

// True when an edit adds words and deletes a citation that the author kept.
function losesCitation(source: string, old: string, newer: string) {
  return (
    source.includes(OBJECT) &&
    newer.trim() !== '' &&
    !(old.includes(OBJECT) && !newer.includes(OBJECT))
  )
}

function editOf(passage: SourceWords, from: number, to: number, text: string): SourceEdit | null {
  const span = changeableSpan(passage, from, to)
  if (span !== null) return { ...span, text }
  const { starts, written, end: last } = passage
  if (from === to) return from === written.length ? { start: last, end: last, text } : null
  // A line end has no offset of its own: take the offsets of its neighbours. Signs and citations
  // inside the range are deleted too.
  const placeOf = (unit: number) => starts[unit] ?? -1
  const after = (unit: number) => (placeOf(unit) < 0 ? -1 : placeOf(unit) + 1)
  const start = placeOf(from) < 0 && isBlank(written[from]) ? after(from - 1) : placeOf(from)
  const end = placeOf(to - 1) < 0 && isBlank(written[to - 1]) ? placeOf(to) : after(to - 1)
  return start < 0 || end < start ? null : { start, end, text }
}

function isBlank(unit: string | undefined) {
  return unit !== undefined && /\s/.test(unit)
}

/**
 * Returns a function that finds a range of printed words in the source. A stretch where the two
 * texts differ is replaced whole. `before` and `after` are the printed words of that stretch that
 * come before and after the range.
 */
function placesIn(source: string, printed: string) {
  const none = { start: 0, end: 0, from: 0, to: 0, same: true }
  const atEnd = { ...none, start: printed.length, from: source.length }
  const pieces: (typeof none)[] = []
  for (const { same, old, new: newer } of diffText(printed, source)) {
    const { end: start, to: from } = pieces.at(-1) ?? none
    pieces.push({ start, end: start + old.length, from, to: from + newer.length, same })
  }
  return (start: number, end: number) => {
    const before = pieces.find((piece) => piece.start < end && end <= piece.end) ?? none
    const after = pieces.find((piece) => piece.start <= start && start < piece.end) ?? atEnd
    // An insertion between two stretches belongs to the unchanged one.
    const [a, b] = start < end ? [after, before] : before.same ? [before, before] : [after, after]
    return {
      from: a.same ? a.from + start - a.start : a.from,
      to: b.same ? b.from + end - b.start : b.to,
      before: a.same ? '' : printed.slice(a.start, start),
      after: b.same ? '' : printed.slice(end, b.end),
    }
  }
}

export function singleSpaced(words: string): string {
  return words.replace(/ {2,}/g, ' ')
}
