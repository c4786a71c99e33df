import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

/** The spaces of a house style, which differ by country and publisher. */
export interface FrenchHouse {
  /** Before `; ! ?`. */
  readonly mark: string
  /** Before a colon. */
  readonly colon: string
  /** Inside « ». */
  readonly guillemet: string
  /** Between groups of three digits. */
  readonly digits: string
  /** Any of these may stay where another is expected. */
  readonly accepted: readonly string[]
  /** `mot?` gets its missing space. */
  readonly fillsMark: boolean
  /** `«mot»` gets its missing spaces. */
  readonly fillsGuillemet: boolean
  /** `20%` gets its missing space. */
  readonly fillsPercent: boolean
  /** `10.5 %` is as good as `10,5 %`. */
  readonly keepsDecimalPoint: boolean
}

/**
 * The style of a country (Imprimerie nationale for France and Belgium, OQLF for Québec, Swiss
 * typographers). `punctuationSpace` is the space before `; ! ?`: narrow, wide for fonts without it,
 * or either.
 */
export function frenchHouse(
  locale = 'fr-FR',
  punctuationSpace: 'narrow' | 'no-break' | 'either' = 'narrow',
): FrenchHouse {
  const narrow = punctuationSpace === 'no-break' ? NO_BREAK : THIN
  const isSwiss = locale === 'fr-CH'
  const isCanadian = locale === 'fr-CA'
  return {
    mark: narrow,
    colon: isSwiss ? narrow : NO_BREAK,
    guillemet: isSwiss ? narrow : NO_BREAK,
    digits: isCanadian ? NO_BREAK : narrow,
    accepted: punctuationSpace === 'either' ? [NO_BREAK, THIN] : [],
    fillsMark: !isCanadian,
    fillsGuillemet: !isSwiss,
    fillsPercent: !isSwiss,
    keepsDecimalPoint: isSwiss,
  }
}

/** U+00A0: before a colon, inside guillemets, before a unit. */
export const NO_BREAK = '\u00A0'
/** U+202F: before `; ! ?`, between groups of three digits. */
export const THIN = '\u202F'
/** One space as people type it, as a regular expression. */
export const SPACE = '[ \\u00A0\\u202F\\u2009\\u2007]'

/**
 * Replaces each match, a space or a place without one, by `wanted`, except spaces that are
 * `accepted`.
 */
export function spaced(
  text: string,
  expression: RegExp,
  wanted: string,
  accepted: readonly string[] = [],
): Change[] {
  return matchesIn(text, expression)
    .filter(({ 0: space }) => space !== wanted && !accepted.includes(space))
    .map(({ 0: space, index }) => ({ start: index, end: index + space.length, text: wanted }))
}
