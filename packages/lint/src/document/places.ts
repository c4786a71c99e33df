import {
  type Document,
  type Finding,
  lineStartsOf,
  memoize,
  type Place,
  placeAt,
} from '@cahier/core'
import { compareTexts, matchesIn } from '@cahier/prose'

export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

/** The matches of a pattern in the source at a place, with their offsets in the document. */
export function matchesAt(
  { text }: Document,
  { start, end }: Place,
  pattern: RegExp,
): readonly RegExpExecArray[] {
  return matchesIn(text.slice(start.offset, end.offset), pattern).map((match) =>
    Object.assign(match, { index: start.offset + match.index }),
  )
}

const lineStartsIn = memoize(({ text }: Document) => lineStartsOf(text))

/** Compares findings for sorting: by path, then place, then rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareTexts(a.path, b.path) ||
    a.place.start.offset - b.place.start.offset ||
    compareTexts(a.rule, b.rule)
  )
}
