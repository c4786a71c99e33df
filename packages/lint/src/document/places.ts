import {
  type Document,
  type Finding,
  lineStartsOf,
  memoize,
  type Place,
  placeAt,
} from '@cahier/core'

/** The place between two offsets of a document. */
export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

const lineStartsIn = memoize(({ text }: Document) => lineStartsOf(text))

/** Order of findings: path, place, rule. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (
    a.place.start.offset - b.place.start.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}
