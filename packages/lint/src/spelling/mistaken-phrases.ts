import { matchesIn } from '@cahier/prose'

export interface MistakenPhrase {
  readonly from: number
  readonly to: number
  readonly suggestions: readonly string[]
}

/**
 * Words written for others that sound alike and are never right together: « quelque soit le prix »,
 * « un ami, voir même un frère ».
 */
export function mistakenPhrases(text: string): readonly MistakenPhrase[] {
  if (!text.includes('uelque') && !text.includes('voir même')) return []
  return matchesIn(text, PHRASE).map(({ 0: written, index }) => {
    const to = index + written.length
    if (written === 'voir même') return { from: index, to, suggestions: ['voire même'] }
    return {
      from: index,
      to,
      suggestions: agreeing(text.slice(to, to + 8), written).map(
        (meant) => `${written.charAt(0)}${meant}`,
      ),
    }
  })
}

/** The forms that agree with the next word, when it shows number and gender. */
function agreeing(next: string, written: string): readonly string[] {
  if (written.endsWith('ent') || PLURAL.test(next)) return ['uels que soient', 'uelles que soient']
  if (FEMININE.test(next)) return ['uelle que soit']
  return EITHER.test(next) ? ['uel que soit', 'uelle que soit'] : ['uel que soit']
}

// Not a reference, « Voir même auteur, p. 12 », nor the verb in « voir même si… ».
const PHRASE =
  /(?<![\p{L}\p{M}’'-])(?:[qQ]uelques? soi(?:t|ent)|(?<=, )voir même(?! (?:si|auteure?|autrice|ouvrage|article|note|page|référence|source|tableau|figure|lieu|numéro|titre)(?!\p{L})))(?![\p{L}\p{M}’'-])/gu
const PLURAL = /^ (?:[lmtscd]es|nos|vos|leurs) /
const FEMININE = /^ (?:la|sa|ma|ta|cette) /
const EITHER = /^ (?:l[’']|(?:leur|notre|votre|[mts]on) )/
