import {
  type Document,
  type Finding,
  lineStartsOf,
  memoize,
  type Place,
  placeAt,
} from '@cahier/core'
import { compareTexts } from '@cahier/prose'

/** The place between two offsets of a document. */
export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

const lineStartsIn = memoize(({ text }: Document) => lineStartsOf(text))

/** Order of findings: path, place, rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareTexts(a.path, b.path) ||
    a.place.start.offset - b.place.start.offset ||
    compareTexts(a.rule, b.rule)
  )
}
