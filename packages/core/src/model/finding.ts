import type { Edit } from './edit.ts'
import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'info'

export type MessageData = Readonly<Record<string, string | number | readonly string[]>>

/** A problem found in a text. `sentenceOf` turns `rule`, `message` and `data` into a sentence. */
export interface Finding {
  /** The id of the rule, `family/name`. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly data: MessageData
  readonly path: string
  readonly place: Place
  /** Other places that explain the finding, such as the first of two duplicates. */
  readonly related?: readonly { readonly path: string; readonly place: Place }[]
  readonly edits?: readonly Edit[]
}

export type Language = 'fr' | 'en'

export interface Message {
  readonly fr: (data: Values) => string
  readonly en: (data: Values) => string
}

/** The messages of one rule, by message id. `sentenceOf` fills in values such as `{id}`. */
export type RuleMessages = Readonly<
  Record<string, Readonly<Record<Language, string | Message[Language]>>>
>

/** The messages of several rules, by rule id. */
export type Catalogue = Readonly<Record<string, RuleMessages>>

/** The data of a message as text; lists are joined with commas. */
export type Values = Readonly<Record<string, string>>
