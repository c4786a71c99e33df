import type { Language } from '@cahier/core'
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

/** The French name of each value. In English, the value itself is the name. */
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

/**
 * The value with this French or English name. Errors call it `what`, such as `a stance`.
 * @throws {UsageError} when there is none.
 */
export function valueNamed<Value extends string>(
  written: string,
  what: Bilingual,
  named: Named<Value>,
): Value {
  const values = Object.keys(named) as Value[]
  const namesOf = (value: Value) => [
    value,
    slugOf(named[value].french),
    ...(named[value].synonyms ?? []),
  ]
  const withName = (name: string) => values.find((value) => namesOf(value).includes(name))
  const found = withName(slugOf(written))
  if (found !== undefined) return found
  const hints = values.flatMap((value) => (named[value].hints ?? []).map((hint) => [hint, value]))
  const near = nearValue(written, values.flatMap(namesOf), Object.fromEntries(hints))
  const meant = withName(near)
  const hint = didYouMean(meant === undefined ? '' : named[meant].french, {
    inEnglish: meant ?? '',
    mark: ';',
  })
  const list = { fr: values.map((value) => named[value].french), en: values }
  const oneOf = (language: Language) =>
    new Intl.ListFormat(LOCALES[language], { type: 'disjunction' }).format(list[language])
  throw new UsageError(
    `« ${written} » n’est pas ${what.fr} : ${oneOf('fr')}${hint.fr}`,
    `“${written}” is not ${what.en}: ${oneOf('en')}${hint.en}`,
  )
}

/** British English has no comma before “or”. */
const LOCALES = { fr: 'fr', en: 'en-GB' } as const
