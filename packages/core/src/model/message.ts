export type Language = 'fr' | 'en'

/** One sentence in French and in English. */
export interface Message {
  readonly fr: (data: Values) => string
  readonly en: (data: Values) => string
}

/** The messages of one rule, by message id. `sentenceOf` fills in values in a string. */
export type Messages = Readonly<
  Record<string, Readonly<Record<Language, string | Message[Language]>>>
>

/** The messages of several rules, by rule id. */
export type Catalogue = Readonly<Record<string, Messages>>

/** The data of a message as text; lists are joined with commas. */
export type Values = Readonly<Record<string, string>>
