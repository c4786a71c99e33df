import { englishLexicon, hasWord } from './lexicon.ts'

/**
 * Whether a word that French lacks, in small letters, is an English one of nine letters or less, or
 * its plural: `slots`.
 */
export function isEnglishWord(word: string): boolean {
  return (
    hasWord(englishLexicon(), word) ||
    (word.endsWith('s') && hasWord(englishLexicon(), word.slice(0, -1)))
  )
}

/** Whether it is a verb that French makes of an English word: `mergée`. */
export function isEnglishVerb(word: string): boolean {
  const stem = word.replace(VERB, '')
  return stem !== word && (isEnglishWord(stem) || isEnglishWord(`${stem}e`))
}

const VERB = /(?:er|ée?s?)$/
