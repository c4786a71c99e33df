import { type Document, lineStartsOf, memoize, type Place, placeAt } from '@cahier/core'

/**
 * The place between two offsets of a document. Lines are counted once a document: a hostile file
 * may ask for a hundred thousand places.
 */
export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

const lineStartsIn = memoize(({ text }: Document) => lineStartsOf(text))
