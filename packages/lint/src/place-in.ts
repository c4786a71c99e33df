import { type Document, keptWith, lineStartsOf, type Place, placeAt } from '@cahier/core'

/**
 * The place between two offsets of a document. Lines are counted once a document: a hostile file
 * may ask for a hundred thousand places.
 */
export function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsIn(document), start, end)
}

const lineStartsIn = keptWith(({ text }: Document) => lineStartsOf(text))
