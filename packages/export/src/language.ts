import type { Language } from '@cahier/core'

/** The language of labels and sentences: French for any French, else English. */
export function languageOf(tag: string): Language {
  return /^fr(?:-|$)/i.test(tag) ? 'fr' : 'en'
}
