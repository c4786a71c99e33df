import { type Document, type Json, type Place, valueAt } from '@cahier/core'

/**
 * A character of `pattern` that is in a value but not in what is written there: an entity of
 * Markdown or an escape of YAML. Else nothing.
 */
export function escapedIn(
  value: Json | undefined,
  text: string,
  { start, end }: Place,
  pattern: RegExp,
): string {
  if (typeof value !== 'string') return ''
  const written = text.slice(start.offset, end.offset)
  return [...new Set(value.match(pattern))].find((character) => !written.includes(character)) ?? ''
}

/** The same, of each value of a head or of a YAML file. */
export function escapedInFields(
  document: Document,
  pattern: RegExp,
): readonly { readonly character: string; readonly place: Place }[] {
  // Only an escape puts into a value what is not written.
  if (!document.text.includes('\\')) return []
  return Object.entries(document.places).flatMap(([pointer, { value: place }]) => {
    const character = escapedIn(valueAt(document.head, pointer), document.text, place, pattern)
    return character === '' ? [] : [{ character, place }]
  })
}
