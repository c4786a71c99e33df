import { isDay, isFields, type Json } from '@cahier/core'
import { languageTag } from '../language-tag.ts'

/** The head of a Markdown file, whatever program it was written for. */
export type Head = { readonly [key: string]: Json }

/** The title that a head gives; `''` when it gives none. */
export function titleIn(head: Head): string {
  return textOf(head.title)
}

/** What it says in one of its fields; `''` when that is no text. */
export function textIn(head: Head, field: string): string {
  return Object.hasOwn(head, field) ? textOf(head[field]) : ''
}

/** Its language as a BCP 47 tag; `''` when there is none, or none that is well formed. */
export function languageIn(head: Head): string {
  return languageTag(textOf(head.lang) || textOf(head.language) || textOf(head.locale))
}

/** Whether it says that its text is not to be published, as Hugo, Jekyll and Docusaurus have it. */
export function isDraftIn(head: Head): boolean {
  return `${head.draft}` === 'true' || `${head.published}` === 'false'
}

/** Its day, `YYYY-MM-DD`, or `''`. */
export function dateIn(head: Head): string {
  const day = textOf(head.date).slice(0, 10)
  return isDay(day) ? day : ''
}

/**
 * Its place among the texts beside it, as Hugo, Docusaurus and Jekyll's themes have it; `null` for
 * none.
 */
export function weightIn(head: Head): number | null {
  // A weight of 0 is none for Hugo.
  const given = [
    textOf(head.weight) === '0' ? undefined : head.weight,
    head.sidebar_position,
    head.nav_order,
    head.order,
  ]
  const weight = given
    .map((one) => (textOf(one) === '' ? Number.NaN : Number(textOf(one))))
    .find(Number.isFinite)
  return weight ?? null
}

/** The first of these fields that names somebody or something; a list is joined with commas. */
export function nameIn(head: Head, fields: readonly string[]): string {
  for (const field of fields) {
    const value = head[field]
    const names = (Array.isArray(value) ? value : [value])
      .map((one) => textOf(isFields(one) ? one.name : one))
      .filter(Boolean)
    if (names.length > 0) return names.join(', ')
  }
  return ''
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : ''
}
