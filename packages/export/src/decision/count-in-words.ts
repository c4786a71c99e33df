import type { Language } from '@cahier/core'

/** A noun in the singular and the plural, with its gender in French. */
export interface Noun {
  readonly one: string
  readonly many: string
  readonly feminine: boolean
}

/** « une réserve », « 21 abstentions »: a count in words up to sixteen (English: twelve). */
export function countInWords(count: number, noun: Noun, language: Language): string {
  return `${numberInWords(count, noun.feminine, language)} ${count < 2 ? noun.one : noun.many}`
}

export function numberInWords(count: number, feminine: boolean, language: Language): string {
  if (language === 'fr' && feminine && count === 1) return 'une'
  return NUMBERS[language][count] ?? String(count)
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'aucun',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
    'treize',
    'quatorze',
    'quinze',
    'seize',
  ],
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
}
