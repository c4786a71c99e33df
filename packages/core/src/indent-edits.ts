import type { Document } from './document.ts'
import type { Edit } from './edit.ts'
import { escapePointer, parentOf } from './json-pointer.ts'

/**
 * The edits that set the keys that follow a map in by two spaces, so that they are its own; none
 * where it is not written as a bare name right above.
 */
export function indentEdits(
  { path, text, places }: Pick<Document, 'path' | 'text' | 'places'>,
  map: string,
  keys: readonly string[],
): readonly Edit[] {
  const placeOf = (key = '') => places[`${parentOf(map)}/${escapePointer(key)}`]
  const name = places[map]?.key
  const from = placeOf(keys[0])?.key?.start.offset
  const to = placeOf(keys.at(-1))?.value.end.offset
  if (name == null || from === undefined || !/^:\s*$/.test(text.slice(name.end.offset, from)))
    return []
  return [...text.slice(from, to).matchAll(/^(?=[^\r\n])/gm)].map(({ index }) => ({
    path,
    start: from + index,
    end: from + index,
    text: '  ',
  }))
}
