import { meantBy } from '@cahier/core/meant-by'
import { slugOf } from '@cahier/core/slug-of'
import type { Bilingual } from '../command.ts'
import { UsageError } from './usage-error.ts'

/** The end of a message: ` : vouliez-vous « brochure » ?`. Empty when `near` is empty. */
export function didYouMean(
  near: string,
  { inEnglish = near, mark = ':' }: { readonly inEnglish?: string; readonly mark?: ':' | ';' } = {},
): Bilingual {
  return {
    fr: near && ` ${mark} vouliez-vous « ${near} » ?`,
    en: inEnglish && `${mark} did you mean “${inEnglish}”?`,
  }
}

/** The value that a misspelling, an alias or the first letters mean; `''` if none. */
export function nearValue(
  written: string,
  values: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): string {
  const near = meantBy(written, values, aliases)
  if (near !== '' || written.length < SHORTEST_BEGINNING) return near
  const begun = values.filter((value) => value.startsWith(written.toLowerCase()))
  return begun.length === 1 ? (begun[0] ?? '') : ''
}

const SHORTEST_BEGINNING = 3

/** The French names of each value. The value itself is the English name. */
type Named<Value extends string> = Readonly<
  Record<
    Value,
    {
      readonly french: string
      /** Other accepted names, as slugs (`reprise-en-partie`). */
      readonly synonyms?: readonly string[]
      /** Refused names that lead to a suggestion, as slugs. */
      readonly hints?: readonly string[]
    }
  >
>

/** The value with this French or English name; `undefined` when there is none. */
export function valueWithName<Value extends string>(
  written: string,
  named: Named<Value>,
): Value | undefined {
  const slug = slugOf(written)
  return valuesIn(named).find((value) => namesOf(value, named).includes(slug))
}

/**
 * The value with this French or English name. `what` names the kind of value, such as `a stance`.
 * @throws {UsageError} when no value has this name.
 */
export function requireValueWithName<Value extends string>(
  written: string,
  what: Bilingual,
  named: Named<Value>,
): Value {
  const found = valueWithName(written, named)
  if (found !== undefined) return found
  const values = valuesIn(named)
  const hints = values.flatMap((value) => (named[value].hints ?? []).map((hint) => [hint, value]))
  const names = values.flatMap((value) => namesOf(value, named))
  const french = values.map((value) => named[value].french)
  const meant =
    nearValue(written, french.map(slugOf), Object.fromEntries(hints)) || nearValue(written, names)
  const near = valueWithName(meant, named)
  const hint = didYouMean(near === undefined ? '' : named[near].french, {
    inEnglish: near ?? '',
    mark: ';',
  })
  const oneOf = (locale: string, list: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(list)
  throw new UsageError(
    `« ${written} » n’est pas ${what.fr} : ${oneOf('fr', french)}${hint.fr}`,
    `“${written}” is not ${what.en}: ${oneOf('en-GB', values)}${hint.en}`,
  )
}

function valuesIn<Value extends string>(named: Named<Value>) {
  return Object.keys(named) as Value[]
}

function namesOf<Value extends string>(value: Value, named: Named<Value>) {
  const { french, synonyms = [] } = named[value]
  return [value, slugOf(french), ...synonyms]
}
