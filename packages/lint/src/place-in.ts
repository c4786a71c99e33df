import { type Document, lineStartsOf, type Place, placeAt } from '@cahier/core'

/** The place between two offsets of a document. Lines are counted once a document: a hostile file may ask for a hundred thousand places. */
export function placeIn(document: Document, start: number, end: number): Place {
  const known = lineStarts.get(document) ?? lineStartsOf(document.text)
  lineStarts.set(document, known)
  return placeAt(known, start, end)
}

const lineStarts = new WeakMap<Document, readonly number[]>()
