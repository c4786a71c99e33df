import type { Language } from '@cahier/core'

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
