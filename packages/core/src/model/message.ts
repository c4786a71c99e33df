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
