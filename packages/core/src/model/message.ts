import type { Finding, MessageData } from './finding.ts'

export type Language = 'fr' | 'en'

/** One sentence in both languages. */
export interface Message {
  readonly fr: (data: Values) => string
  readonly en: (data: Values) => string
}

/** By message id. A text has its values as `{names}`. */
export type Messages = Readonly<
  Record<string, Readonly<Record<Language, string | Message[Language]>>>
>

/** By rule. */
export type Catalogue = Readonly<Record<string, Messages>>

/** The data of a message as text; lists are joined with commas. */
export type Values = Readonly<Record<string, string>>

/** The sentence of a finding in the reader's language. */
export function sentenceOf(
  finding: Pick<Finding, 'rule' | 'message' | 'data'>,
  catalogue: Catalogue,
  language: Language,
): string {
  const message = catalogue[finding.rule]?.[finding.message]
  if (message === undefined)
    throw new Error(`no message ${finding.message} in rule ${finding.rule}`)
  const sentence = message[language]
  const values = valuesOf(finding.data)
  return typeof sentence === 'string'
    ? sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
    : sentence(values)
}

function valuesOf(data: MessageData): Values {
  const shown = (value: string | number | readonly string[]) =>
    typeof value === 'object' ? value.join(', ') : String(value)
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      AS_WRITTEN.has(key) ? short(shown(value)) : shown(value),
    ]),
  )
}

/** Values that quote a file are cut when long, suggestions never. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['key', 'value', 'written', 'id'])
const LONGEST = 120

function short(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value
}
