import { dayIn } from './day.ts'
import type { Catalogue, Finding, Language, Message, MessageData, Values } from './finding.ts'

/**
 * A message in French and English. In both, `{id}` is a value, `{closes|day}` a day in words, and
 * `{days|day|days}` a count with its noun. `{near|meant|text}` asks “did you mean” with the value
 * `near`, or gives `text` when `near` is empty.
 */
export function wording(fr: string, en: string): Message {
  return { fr: (values) => filled(fr, values, 'fr'), en: (values) => filled(en, values, 'en') }
}

/** A function that gives the sentence for a key of a table, in one language. */
export function sentencesIn<Key extends string>(
  table: Readonly<Record<Key, Message>>,
  language: Language,
): (key: Key, data?: MessageData) => string {
  return (key, data = {}) => table[key][language](valuesOf(data))
}

function filled(sentence: string, values: Values, language: Language): string {
  return sentence.replace(PLACEHOLDER, (_, name, one, other = '') => {
    const value = values[name] ?? ''
    if (one === 'meant') return didYouMean(value, language) || filled(other, values, language)
    if (other !== '') return countOf(language, value, one, other)
    return one === 'day' ? dayIn(language, value) : value
  })
}

const PLACEHOLDER = /\{(\w+)(?:\|([^|{}]+))?(?:\|((?:[^{}]|\{\w+\})+))?\}/g

/** A number and its noun. Zero takes the singular in French, the plural in English. */
export function countOf(
  language: Language,
  number: number | string | undefined,
  one: string,
  many: string,
): string {
  const isMany = language === 'fr' ? Number(number) > 1 : Number(number) !== 1
  return `${number} ${isMany ? many : one}`
}

function didYouMean(name: string, language: Language) {
  if (name === '') return ''
  return language === 'fr' ? ` : vouliez-vous écrire « ${name} » ?` : `: did you mean “${name}”?`
}

/** The sentence of a finding in one language. */
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
  return typeof sentence === 'string' ? filled(sentence, values, language) : sentence(values)
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

// Names of values that quote a file. Values longer than `LONGEST` UTF-16 units are cut.
const AS_WRITTEN = new Set(['key', 'value', 'written', 'id'])
const LONGEST = 120

function short(value: string) {
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value
}
