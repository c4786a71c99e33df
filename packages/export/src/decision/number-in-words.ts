import type { Language } from '@cahier/core'

/** « une », « 21 »: a number in words, « aucun » for zero, in figures above sixteen or twelve. */
export function numberInWords(count: number, feminine: boolean, language: Language): string {
  if (language === 'fr' && feminine && count === 1) return 'une'
  return NUMBERS[language][count] ?? String(count)
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'aucun un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  ),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}
