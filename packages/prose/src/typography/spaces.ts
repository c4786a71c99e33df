import { type Change, replacementsIn } from './change.ts'

/** The French spacing of one publisher or country. */
export interface FrenchSpacing {
  /** The space before `; ! ?`. */
  readonly mark: string
  /** The space before a colon. */
  readonly colon: string
  /** The space inside « ». */
  readonly guillemet: string
  /** The space between groups of three digits. */
  readonly digits: string
  /** Spaces that stay, even where another space is expected. */
  readonly accepted: readonly string[]
  /** True when the missing space of `mot?` is inserted. */
  readonly fillsMark: boolean
  /** True when the missing spaces of `«mot»` are inserted. */
  readonly fillsGuillemet: boolean
  /** True when the missing space of `20%` is inserted. */
  readonly fillsPercent: boolean
  /** True when `10.5 %` does not become `10,5 %`. */
  readonly keepsDecimalPoint: boolean
}

/**
 * The spacing of a country: Imprimerie nationale for France and Belgium, OQLF for Québec,
 * typographers of Switzerland. `punctuationSpace` is the space before `; ! ?`. Other narrow spaces,
 * as in numbers, follow it.
 */
export function frenchSpacing(
  locale = 'fr-FR',
  punctuationSpace: 'narrow' | 'no-break' | 'either' = 'narrow',
): FrenchSpacing {
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

export const NO_BREAK = '\u00A0'
export const THIN = '\u202F'
/** A regular expression for one space, of any width, inside a line. */
export const SPACE = '[ \\u00A0\\u202F\\u2009\\u2007]'

/** Replaces the matches of some expressions by the space `wanted`, except `accepted` spaces. */
export function spaced(
  text: string,
  expressions: readonly RegExp[],
  wanted: string,
  accepted: readonly string[] = [],
): Change[] {
  const forms = expressions.map((expression) => [expression, wanted] as const)
  return replacementsIn(text, forms, accepted)
}
