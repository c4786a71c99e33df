import { meantBy } from '@cahier/core/meant-by'
import { slugOf } from '@cahier/core/slug-of'
import type { Bilingual } from '../command.ts'
import type { UsageError } from './usage-error.ts'

/**
 * The end of an error: ` : vouliez-vous « brochure » ?`; empty when `near` is empty. `mark`
 * separates it from the sentence.
 */
export function didYouMean(
  near: string,
  { inEnglish = near, mark = ':' }: { readonly inEnglish?: string; readonly mark?: ':' | ';' } = {},
): Bilingual {
  return {
    fr: near && ` ${mark} vouliez-vous « ${near} » ?`,
    en: inEnglish && `${mark} did you mean “${inEnglish}”?`,
  }
}

/**
 * The value that a misspelt word means: by its letters, an alias, or its first three letters or
 * more. `''` when there is none, or several.
 */
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

/** A value with a name in each language, such as a stance. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly name: Bilingual
  /** Other accepted names, as slugs (`reprise-en-partie`). */
  readonly synonyms?: readonly string[]
  /** Refused names that lead to a suggestion, as slugs. */
  readonly hints?: readonly string[]
}

/**
 * The value with this name, in either language.
 * @throws the error that `refuse` makes.
 */
export function valueNamed<Value extends string>(
  written: string,
  choices: readonly Choice<Value>[],
  refuse: (hint: Bilingual) => UsageError,
): Value {
  const slug = slugOf(written)
  const found = choices.find((choice) => namesOf(choice).includes(slug))
  if (found !== undefined) return found.value
  const aliases = choices.flatMap(({ value, hints = [] }) => hints.map((hint) => [hint, value]))
  const near = nearValue(written, choices.flatMap(namesOf), Object.fromEntries(aliases))
  const name = choices.find((choice) => namesOf(choice).includes(near))?.name
  throw refuse(didYouMean(name?.fr ?? '', { inEnglish: name?.en ?? '', mark: ';' }))
}

function namesOf({ value, name, synonyms = [] }: Choice<string>): readonly string[] {
  return [...new Set([value, slugOf(name.fr), slugOf(name.en), ...synonyms])]
}
