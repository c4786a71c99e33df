import type { Reference } from '@cahier/core'
import { yearOf } from './csl-date.ts'
import { namesOf, textOf } from './csl-item.ts'

/**
 * What the bibliography is sorted by: names, else title, then year, title, id. Accents, case and
 * signs aside, and without the collation tables of the machine, which change with its version.
 */
export function sortKey({ id, csl }: Reference): string {
  const names = [...namesOf(csl, 'author'), ...namesOf(csl, 'editor')]
    .map((name) => `${name.literal}${name.family} ${name.given}`)
    .join(' ')
  return [names || textOf(csl, 'title'), yearOf(csl.issued), textOf(csl, 'title'), id]
    .map(letters)
    .join('\u0000')
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
