import { type Document, type Json, type Place, valueAt } from '@cahier/core'

/** A character by its number in Unicode, `U+00A0`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * A character of `pattern` that is in a value but not in its source: an entity of
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
  // Only an escape makes a value differ from its source.
  if (!document.text.includes('\\')) return []
  return Object.entries(document.places).flatMap(([pointer, { value: place }]) => {
    const character = escapedIn(valueAt(document.head, pointer), document.text, place, pattern)
    return character === '' ? [] : [{ character, place }]
  })
}

/** The beginning of a text, as a message quotes it. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
