import type { Language } from '../message.ts'

/**
 * The language in which something is said where a BCP 47 tag is: French for any French, else
 * English.
 */
export function languageOfTag(tag: string): Language {
  return /^fr(?:-|$)/i.test(tag) ? 'fr' : 'en'
}
