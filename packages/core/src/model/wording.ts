import { dayIn } from './day.ts'
import type { Language, Message, Values } from './message.ts'

/**
 * A message from two sentences. In them `{id}` is a value, `{closes|day}` a day in words,
 * `{days|day|days}` a count with its noun, and `{near|meant}` a suggestion, or nothing.
 */
export function wording(fr: string, en: string): Message {
  return { fr: (values) => filled(fr, values, 'fr'), en: (values) => filled(en, values, 'en') }
}

function filled(sentence: string, values: Values, language: Language): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]+))?(?:\|([^}]+))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? ''
    if (many !== undefined) return countOf(language, value, one, many)
    if (one === 'meant') return didYouMean(value, language)
    return one === 'day' ? dayIn(language, value) : value
  })
}

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

function didYouMean(name: string, language: Language): string {
  if (name === '') return ''
  return language === 'fr' ? ` : vouliez-vous écrire « ${name} » ?` : `: did you mean “${name}”?`
}
