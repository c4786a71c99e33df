import { type Language, STOP_WORDS } from '@cahier/core'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'

/**
 * The stems of the words that say something, in the order of the text, accents off: no grammar, no
 * address, no lone letter. Figures are kept. Stems are those of Snowball (snowballstem.org).
 */
export function stemsOf(text: string, language: Language): string[] {
  return (text.normalize('NFC').toLowerCase().replace(ADDRESSES, ' ').match(WORDS) ?? []).flatMap(
    (found) => partsOf(found, language),
  )
}

function partsOf(found: string, language: Language): string[] {
  return found.split(/['’-]/).flatMap((part) => {
    const bare = part.replace(/·.*$/, '')
    if (bare.length < 2 || STOP_WORDS[language].has(bare)) return []
    const known = remembered[language].get(bare)
    if (known !== undefined) return [known]
    const stem = withoutAccents(STEMMERS[language](bare))
    remembered[language].set(bare, stem)
    return [stem]
  })
}

const ADDRESSES = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/g
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}·’'-]*/gu
const STEMMERS = { fr: french, en: english }

// A folder says few different words, many times. What a language's stemmer gives never changes.
const remembered = { fr: new Map<string, string>(), en: new Map<string, string>() }

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
