import { type Language, languageOfPassage } from '@cahier/core'

/**
 * Whether words are told, by themselves, to be in another language than a house prints in: an
 * English quotation in a French book keeps its own spaces and quotes.
 */
export function isInAnotherLanguage(words: string, house: Language): boolean {
  // An address is in no language, whatever its words.
  const told = languageOfPassage(words.replace(/https?:\S+/g, ' '))
  return told !== '' && told !== 'und' && told !== house
}
