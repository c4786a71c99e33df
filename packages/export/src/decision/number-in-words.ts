import type { Language } from '@cahier/core'

/** A number in words (« aucun », « une »); in figures above 16 (French) or 12 (English). */
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
