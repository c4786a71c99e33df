import { isFields, type Json, type Language, type Reference } from '@cahier/core'
import { dateInWords } from '../edition/labels.ts'
import { TERMS } from './terms.ts'

/** A CSL-JSON item of `sources.yaml`, unchecked: fields may be missing or have any shape. */
export type CslItem = Reference['csl']

/** A person or an organisation. `literal` is an organisation or an undivided name. */
export interface CslName {
  readonly family: string
  readonly given: string
  readonly literal: string
}

/** A CSL variable as text; `''` when it is neither text nor a number. */
export function cslText(item: CslItem, variable: string): string {
  const value = item[variable]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The names of a role such as `author` or `editor`. A plain string is an organisation. */
export function cslNames(item: CslItem, role: string): readonly CslName[] {
  const value = item[role]
  const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return names.map(nameOf).filter((name) => name.family !== '' || name.literal !== '')
}

function nameOf(value: Json): CslName {
  if (!isFields(value))
    return { family: '', given: '', literal: typeof value === 'string' ? value.trim() : '' }
  const fields = (...variables: readonly string[]) =>
    variables
      .map((variable) => cslText(value as CslItem, variable))
      .filter(Boolean)
      .join(' ')
  const given = fields('given', 'dropping-particle')
  return fields('family') === ''
    ? { family: '', given: '', literal: fields('literal') || given }
    : { family: fields('non-dropping-particle', 'family'), given, literal: '' }
}

/** A CSL date in words: « 21 octobre 2025 », « 2019-2021 », « [vers 1990] »; `''` if none. */
export function dateOf(value: Json | undefined, language: Language): string {
  const date = readDate(value)
  const written = date.literal !== '' ? date.literal : rangeInWords(date, language)
  return written !== '' && date.circa ? `[${TERMS[language].circa} ${written}]` : written
}

/** The years alone, for short references; `''` without a date. */
export function yearOf(value: Json | undefined): string {
  const { parts, literal } = readDate(value)
  const years = parts.map(([year]) => String(year))
  return [...new Set(years)].join('-') || literal
}

interface CslDate {
  readonly parts: readonly (readonly number[])[]
  readonly season: number
  readonly circa: boolean
  readonly literal: string
}

function readDate(value: Json | undefined): CslDate {
  const none = { parts: [], season: 0, circa: false, literal: '' }
  if (typeof value === 'number') return { ...none, parts: [[value]] }
  if (typeof value === 'string') return { ...none, ...fromText(value.trim()) }
  if (!isFields(value)) return none
  const parts = numbersIn(value['date-parts'])
  const written = [value.literal, value.raw].find((text) => typeof text === 'string')
  return parts.length === 0
    ? { ...none, ...fromText(written ?? '') }
    : { ...none, parts, season: Number(value.season) || 0, circa: Boolean(value.circa) }
}

function fromText(text: string): Pick<CslDate, 'parts' | 'literal'> {
  return /^\d{4}(?:-\d{1,2}){0,2}$/.test(text)
    ? { parts: [text.split('-').map(Number)], literal: '' }
    : { parts: [], literal: text }
}

function numbersIn(parts: Json | undefined): readonly (readonly number[])[] {
  return (Array.isArray(parts) ? (parts as readonly Json[]) : [])
    .map((list) => (Array.isArray(list) ? list.map(Number) : []))
    .map((list) => list.filter((part) => Number.isInteger(part) && part > 0))
    .filter((list) => list.length > 0)
}

function rangeInWords({ parts, season }: CslDate, language: Language) {
  const words = parts.slice(0, 2).map(([year = 0, month = 0, day = 0]) => {
    const name = month === 0 ? TERMS[language].seasons[season - 1] : undefined
    return name === undefined ? dateInWords(year, month, day, language) : `${name} ${year}`
  })
  return words.join(words.every((word) => /^\d+$/.test(word)) ? '-' : ' – ')
}

/**
 * The sort key of a work: names or title, year, title, id, without accents, case and signs. System
 * collation would change with its version.
 */
export function sortKey({ id, csl }: Reference): string {
  const names = [...cslNames(csl, 'author'), ...cslNames(csl, 'editor')]
    .map((name) => `${name.literal}${name.family} ${name.given}`)
    .join(' ')
  return [names || cslText(csl, 'title'), yearOf(csl.issued), cslText(csl, 'title'), id]
    .map(letters)
    .join('\u0000')
}

function letters(text: string) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
