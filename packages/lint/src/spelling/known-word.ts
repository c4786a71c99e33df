import { ADDED_WORDS } from './added-words.ts'
import { DERIVATIONS, LEARNED, LOOSE_DERIVATIONS, MULTIPLICATIVE } from './derivations.ts'
import { hasWord, type Lexicon } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { PREFIXES } from './prefixes.ts'
import { isReformed } from './reformed-spelling.ts'
import { DOUBLED, SLIP } from './slip-costs.ts'

/** The words that a reader admits: those of a lexicon, and those that a programme names. */
export interface Vocabulary {
  readonly lexicon: Lexicon
  readonly own: ReadonlySet<string>
}

/**
 * Whether a word without hyphen nor elision is admitted. It is in NFC, with straight apostrophes. A
 * word in lower case also admits its capitals; a word that the programme names, its plural in -s or
 * -x; a known prefix, a known word after it.
 */
export function isKnownWord(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 2 || isListed(word, vocabulary)) return true
  const lower = word.toLowerCase()
  if (lower !== word && isListed(lower, vocabulary)) return true
  // « Nous f’rons d’la place » : an e that is not heard.
  if (lower.includes("'") && hasWord(vocabulary.lexicon, lower.replace("'", 'e'))) return true
  return (
    isReformed(lower, vocabulary.lexicon) ||
    isDerived(lower, vocabulary) ||
    isPrefixed(lower, vocabulary)
  )
}

function isListed(word: string, { lexicon, own }: Vocabulary): boolean {
  return (
    hasWord(lexicon, word) ||
    ADDED_WORDS.has(word) ||
    own.has(word) ||
    (/[sx]$/.test(word) && own.has(word.slice(0, -1)))
  )
}

// Dictionaries are late on words made in the usual ways; where a very common slip explains a word,
// it is not one of those.
function isDerived(word: string, { lexicon }: Vocabulary): boolean {
  if (MULTIPLICATIVE.test(word)) return true
  const isMade = ([ending, base]: (typeof DERIVATIONS)[number]) => {
    if (!ending.test(word)) return false
    const from = word.replace(ending, base)
    return hasWord(lexicon, from) || ADDED_WORDS.has(from)
  }
  if (DERIVATIONS.some(isMade)) return true
  if (LOOSE_DERIVATIONS.some(isMade)) return nearWords(lexicon, word, SLIP - 1).length === 0
  return LEARNED.test(word) && nearWords(lexicon, word, SLIP).length === 0
}

// `comission` is no mission done together: where a doubled letter explains a word, a short prefix
// does not.
function isPrefixed(word: string, vocabulary: Vocabulary): boolean {
  const found = PREFIXES.filter(
    ([prefix, least]) =>
      word.length >= prefix.length + least &&
      word.startsWith(prefix) &&
      isListed(word.slice(prefix.length), vocabulary),
  )
  return (
    found.some(([prefix]) => prefix.length > 3) ||
    (found.length > 0 && nearWords(vocabulary.lexicon, word, DOUBLED).length === 0)
  )
}
