import type { Language } from '@cahier/core'

/** A count and its noun: none is told as one is in French, and as many are in English. */
export function countOf(
  language: Language,
  number: number | string | undefined,
  one: string,
  many: string,
): string {
  const isMany = language === 'fr' ? Number(number) > 1 : Number(number) !== 1
  return `${number} ${isMany ? many : one}`
}
