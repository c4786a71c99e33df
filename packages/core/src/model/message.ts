export type Language = 'fr' | 'en'

/** One sentence in both languages. */
export interface Message {
  readonly fr: (data: Values) => string
  readonly en: (data: Values) => string
}

/** By message id. A text is filled in by `sentenceOf`. */
export type Messages = Readonly<
  Record<string, Readonly<Record<Language, string | Message[Language]>>>
>

/** By rule. */
export type Catalogue = Readonly<Record<string, Messages>>

/** The data of a message as text; lists are joined with commas. */
export type Values = Readonly<Record<string, string>>
