import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

/** Which space a house wants where, as countries and publishers differ. */
export interface FrenchHouse {
  /** Before `; ! ?`. */
  readonly mark: string
  /** Before a colon. */
  readonly colon: string
  /** Inside « ». */
  readonly guillemet: string
  /** Between groups of three digits. */
  readonly digits: string
  /** Any of these is left where another is wanted. */
  readonly accepted: readonly string[]
  /** Whether `mot?` gets the space it lacks. */
  readonly fillsMark: boolean
  /** Whether `«mot»` gets the spaces it lacks. */
  readonly fillsGuillemet: boolean
  /** Whether `20%` gets the space it lacks. */
  readonly fillsPercent: boolean
  /** Whether `10.5 %` is as good as `10,5 %`. */
  readonly keepsDecimalPoint: boolean
}

/**
 * The house of a country (Imprimerie nationale for France and Belgium, OQLF for Québec, Swiss
 * typographers), with what the collective wants before `; ! ?`: the narrow no-break space, the wide
 * one for fonts that lack the narrow, or either.
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
/** One space as people type it, for use inside a regular expression. */
export const SPACE = '[ \\u00A0\\u202F\\u2009\\u2007]'

/**
 * Puts `wanted` wherever the expression matches: it must match the space alone, or nothing where
 * one is missing. `accepted` are left as they are.
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
