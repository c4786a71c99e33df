import { isDay, isFields, type Json } from '@cahier/core'
import { languageTag } from '../language-tag.ts'

/** The front matter of any Markdown file. */
export type FrontMatter = { readonly [key: string]: Json }

export function titleField(head: FrontMatter): string {
  return asText(head.title)
}

/** A field as text; empty when it is absent or not text. */
export function fieldAsText(head: FrontMatter, field: string): string {
  return Object.hasOwn(head, field) ? asText(head[field]) : ''
}

/** The language as a BCP 47 tag; empty when missing or malformed. */
export function languageField(head: FrontMatter): string {
  return languageTag(asText(head.lang) || asText(head.language) || asText(head.locale))
}

export function isDraft(head: FrontMatter): boolean {
  return `${head.draft}` === 'true' || `${head.published}` === 'false'
}

/** The `date` as `YYYY-MM-DD`; empty when it is not a day. */
export function dateField(head: FrontMatter): string {
  const day = asText(head.date).slice(0, 10)
  return isDay(day) ? day : ''
}

/** The rank of a file in its folder, from the fields of site builders; null if none. */
export function weightField(head: FrontMatter): number | null {
  // Hugo ignores a weight of 0.
  const given = [
    asText(head.weight) === '0' ? undefined : head.weight,
    head.sidebar_position,
    head.nav_order,
    head.order,
  ]
  const weight = given
    .map((value) => (asText(value) === '' ? Number.NaN : Number(asText(value))))
    .find(Number.isFinite)
  return weight ?? null
}

/** The names in the first of these fields that has names, joined with commas. */
export function nameField(head: FrontMatter, fields: readonly string[]): string {
  for (const field of fields) {
    const value = head[field]
    const names = (Array.isArray(value) ? value : [value])
      .map((one) => asText(isFields(one) ? one.name : one))
      .filter(Boolean)
    if (names.length > 0) return names.join(', ')
  }
  return ''
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : ''
}
