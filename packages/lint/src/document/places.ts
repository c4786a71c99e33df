import {
  type Document,
  type Finding,
  lineStartsOf,
  memoize,
  type Place,
  placeAt,
} from '@cahier/core'
import { compareTexts } from '@cahier/prose'

export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
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
