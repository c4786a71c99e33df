import { changeableSpan, diffText, foldProse, OBJECT, type Passage } from '@cahier/prose'

/** An edit of a source, by UTF-16 offsets. */
export interface SourceEdit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly rank?: number
}

/** The words of a block or field, with the place of each UTF-16 unit in the source. */
export type SourceWords = Pick<Passage, 'written' | 'starts' | 'gaps' | 'end'>

/** The edits that change the words of one block. */
export interface CarriedWords {
  readonly edits: readonly SourceEdit[]
  readonly words: string
  /** Changed words that were not written: the source has a citation, code or address there. */
  readonly left: readonly string[]
}

/** Marks the end of a paragraph in returned words. */
export const BREAK = '\u2029'

/**
 * Translates a change of printed words into edits of the source, which has other typography,
 * citations and code. `write` escapes words as Markdown; `isFirst`: at the start of the block.
 */
export function editsFromPrintedWords(
  passage: SourceWords,
  printed: string,
  returned: string,
  write: (words: string, isFirst: boolean) => string,
): CarriedWords {
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
      const wording = [newer, old]
        .map((one) => one.replaceAll(OBJECT, '').trim())
        .find((one) => one !== '')
      left.push(wording ?? wordsBefore(printed, end))
      continue
    }
    edits.push(edit)
    words += source.slice(done, from) + wording
    done = to
  }
  return { edits, words: words + source.slice(done), left }
}

// The words that locate a deleted citation or note in a report.
function wordsBefore(printed: string, end: number): string {
  return end <= 40 ? printed.slice(0, end) : printed.slice(end - 40, end).replace(/^\S*\s+/, '')
}

// True when a repeated note call became its number, as in DOCX.
function isNumberOfNote(old: string, newer: string): boolean {
  const words = old.trim().split(OBJECT)
  if (words.length === 1) return false
  let rest = newer.trim()
  return words.every((part, index) => {
    const number = index === 0 ? '' : /^\d+/.exec(rest)?.[0]
    if (number === undefined || !rest.startsWith(part, number.length)) return false
    rest = rest.slice(number.length + part.length)
    return index < words.length - 1 || rest === ''
  })
}

/** Narrows a change to its letters when Markdown signs are inside: `l’[interdiction](…)`. */
function narrowed(passage: SourceWords, change: Replacement): Replacement {
  const { from, to, wording } = change
  if (from === to || changeableSpan(passage, from, to) !== null) return change
  const source = passage.written.slice(from, to)
  const most = Math.min(source.length, wording.length)
  let head = 0
  while (head < most && source[head] === wording[head]) head++
  let tail = 0
  while (tail < most - head && source.at(-1 - tail) === wording.at(-1 - tail)) tail++
  // Letters appended to a word are inserted before its closing sign.
  if (head + tail === source.length && head > 0) head--
  // An edit across one of two paired signs would remove it.
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

// True when an edit would delete a citation that the author kept beside other words.
function losesCitation(source: string, old: string, newer: string): boolean {
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
  // A line end has no offset of its own: it is between its neighbours. Markdown signs or a citation
  // between both ends are deleted too.
  const placeOf = (unit: number) => starts[unit] ?? -1
  const after = (unit: number) => (placeOf(unit) < 0 ? -1 : placeOf(unit) + 1)
  const start = placeOf(from) < 0 && isBlank(written[from]) ? after(from - 1) : placeOf(from)
  const end = placeOf(to - 1) < 0 && isBlank(written[to - 1]) ? placeOf(to) : after(to - 1)
  return start < 0 || end < start ? null : { start, end, text }
}

function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit)
}

interface SourceStretch {
  readonly from: number
  readonly to: number
  /** Printed words that the stretch also covers, before and after the requested ones. */
  readonly before: string
  readonly after: string
}

/**
 * Returns a function from offsets in printed words to a stretch of the source; a stretch where both
 * differ is not cut.
 */
function placesIn(source: string, printed: string): (start: number, end: number) => SourceStretch {
  const pieces: { start: number; end: number; from: number; to: number; same: boolean }[] = []
  let at = 0
  let from = 0
  for (const { same, old, new: newer } of diffText(printed, source)) {
    pieces.push({ start: at, end: at + old.length, from, to: from + newer.length, same })
    at += old.length
    from += newer.length
  }
  const pieceAt = (offset: number, isEnd: boolean) =>
    pieces.find(({ start, end }) =>
      isEnd ? start < offset && offset <= end : start <= offset && offset < end,
    )
  return (start, end) => {
    const [first, last] = [
      pieceAt(start, start === end && start === printed.length),
      pieceAt(end, true),
    ]
    const a = first ?? { start, end: start, from: source.length, to: source.length, same: true }
    if (start === end) {
      if (last === undefined) return { from: a.from, to: a.from, before: '', after: '' }
      // An insertion between two stretches belongs to the first.
      const b = last
      if (b.same)
        return {
          from: b.from + Math.max(0, end - b.start),
          to: b.from + Math.max(0, end - b.start),
          before: '',
          after: '',
        }
      if (b.end === end) return { from: b.to, to: b.to, before: '', after: '' }
      return {
        from: b.from,
        to: b.to,
        before: printed.slice(b.start, end),
        after: printed.slice(end, b.end),
      }
    }
    const b = last ?? a
    const from = a.same ? a.from + start - a.start : a.from
    const to = b.same ? b.from + end - b.start : b.to
    return {
      from,
      to,
      before: a.same ? '' : printed.slice(a.start, start),
      after: b.same ? '' : printed.slice(end, b.end),
    }
  }
}

export function singleSpaced(words: string): string {
  return words.replace(/ {2,}/g, ' ')
}
