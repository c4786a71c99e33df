import type { Json, Language } from '@cahier/core'
import { dateInWords } from '../day-in-words.ts'
import { TERMS } from './terms.ts'

/**
 * A CSL date in words: « 21 octobre 2025 », « mai 2022 », « 2019-2021 », « [vers 1990] »; `''` when
 * there is none.
 */
export function dateOf(value: Json | undefined, language: Language): string {
  const date = readDate(value)
  const written = date.literal !== '' ? date.literal : rangeInWords(date, language)
  return written !== '' && date.circa ? `[${TERMS[language].circa} ${written}]` : written
}

/** The year alone, as short references give it; `''` when there is none. */
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
  if (typeof value === 'string') return fromText(value.trim())
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value))
    return none
  const date = value as { readonly [key: string]: Json }
  const parts = numbersIn(date['date-parts'])
  const written = [date.literal, date.raw].find((text) => typeof text === 'string')
  if (parts.length === 0) return typeof written === 'string' ? fromText(written) : none
  return { ...none, parts, season: Number(date.season) || 0, circa: Boolean(date.circa) }
}

function fromText(text: string): CslDate {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text)
  const parts =
    match === null
      ? []
      : [
          match
            .slice(1)
            .filter((part) => part !== undefined)
            .map(Number),
        ]
  return { parts, season: 0, circa: false, literal: match === null ? text : '' }
}

function numbersIn(parts: Json | undefined): readonly (readonly number[])[] {
  if (!Array.isArray(parts)) return []
  const lists: readonly Json[] = parts
  return lists
    .map((list) =>
      Array.isArray(list)
        ? list.map(Number).filter((part) => Number.isInteger(part) && part > 0)
        : [],
    )
    .filter((list) => list.length > 0)
}

function rangeInWords({ parts, season }: CslDate, language: Language): string {
  const words = parts.slice(0, 2).map(([year = 0, month = 0, day = 0]) => {
    const name = month === 0 ? TERMS[language].seasons[season - 1] : undefined
    return name === undefined ? dateInWords(year, month, day, language) : `${name} ${year}`
  })
  return words.join(words.every((word) => /^\d+$/.test(word)) ? '-' : ' – ')
}
