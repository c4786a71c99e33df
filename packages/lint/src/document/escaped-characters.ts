import { type Document, type Json, type Place, valueAt } from '@cahier/core'

/** The Unicode number of a character: `U+00A0`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * The first character of a value that matches `pattern` and that the source writes as an escape,
 * such as `&nbsp;`. `''` when there is none.
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

/** What `escapedIn` finds in each field of front matter or YAML, with the place of the value. */
export function escapedInFields(
  document: Document,
  pattern: RegExp,
): readonly { readonly character: string; readonly place: Place }[] {
  if (!document.text.includes('\\')) return []
  return Object.entries(document.places).flatMap(([pointer, { value: place }]) => {
    const character = escapedIn(valueAt(document.head, pointer), document.text, place, pattern)
    return character === '' ? [] : [{ character, place }]
  })
}

/** A text to quote in a message, cut when it has more than 60 characters. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
