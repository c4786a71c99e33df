import { languageOfTag } from '@cahier/core'

/** A label and the colon that announces what follows, spaced as the language wants. */
export function labelled(label: string, language: string): string {
  return languageOfTag(language) === 'fr' ? `${label}\u00A0:` : `${label}:`
}

/** Several things that were counted, on one line. */
export function listed(counts: readonly string[], language: string): string {
  return counts.join(languageOfTag(language) === 'fr' ? '\u202F; ' : '; ')
}
