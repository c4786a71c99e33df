import { type Language, STOP_WORDS } from '@cahier/core'

/**
 * Gives the words of a text that an index would hold, as written: no grammar, no figures alone, no
 * address; what is elided or inverted is cut off. What each word gives is remembered: a text says
 * few different ones.
 */
export function wordReader(language: Language): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const read = (found: string): readonly string[] => {
    const words = known.get(found) ?? partsOf(found, language)
    known.set(found, words)
    return words
  }
  return (text) => (text.normalize('NFC').replace(addresses, ' ').match(word) ?? []).flatMap(read)
}

function partsOf(found: string, language: Language): string[] {
  return found.split(/[’']/).flatMap((part) => {
    const bare = part.replace(inversion, '').replace(gender, '').replace(edges, '')
    const isAcronym = /^\p{Lu}[\p{Lu}\d]+$|^\d+\p{Lu}+$/u.test(bare)
    if (!/\p{L}/u.test(bare) || (bare.length < 3 && !isAcronym)) return []
    return !isAcronym && STOP_WORDS[language].has(bare.toLowerCase()) ? [] : [bare]
  })
}

const addresses = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/g
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}·’'-]*/gu
const inversion = /-(?:t-)?(?:ils?|elles?|on|je|tu|ce|ci|là|le|la|les|y|en)$/i
/** « élu·es » is found under « élu ». */
const gender = /·.*$/
const edges = /^-+|(?<!-)-+$/g
