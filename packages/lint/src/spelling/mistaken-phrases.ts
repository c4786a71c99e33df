import { matchesIn, type Span } from '@cahier/prose'

export interface MistakenPhrase extends Span {
  readonly suggestions: readonly string[]
}

/**
 * Wrong phrases that sound like right ones: « quelque soit le prix » (`quel que soit`), « un ami,
 * voir même un frère » (`voire même`).
 */
export function mistakenPhrases(text: string): readonly MistakenPhrase[] {
  if (!text.includes('uelque') && !text.includes('voir même')) return []
  return matchesIn(text, PHRASE).map(({ 0: written, index }) => {
    const end = index + written.length
    if (written === 'voir même') return { start: index, end, suggestions: ['voire même'] }
    return {
      start: index,
      end,
      suggestions: agreeing(text.slice(end, end + 8), written).map(
        (meant) => `${written.charAt(0)}${meant}`,
      ),
    }
  })
}

/** The right forms, without their first letter, that agree with the next word. */
function agreeing(next: string, written: string): readonly string[] {
  if (written.endsWith('ent') || PLURAL.test(next)) return ['uels que soient', 'uelles que soient']
  if (FEMININE.test(next)) return ['uelle que soit']
  return EITHER.test(next) ? ['uel que soit', 'uelle que soit'] : ['uel que soit']
}

// « Voir même auteur, p. 12 » and « voir même si… » are right.
const PHRASE =
  /(?<![\p{L}\p{M}’'-])(?:[qQ]uelques? soi(?:t|ent)|(?<=, )voir même(?! (?:si|auteure?|autrice|ouvrage|article|note|page|référence|source|tableau|figure|lieu|numéro|titre)(?!\p{L})))(?![\p{L}\p{M}’'-])/gu
const PLURAL = /^ (?:[lmtscd]es|nos|vos|leurs) /
const FEMININE = /^ (?:la|sa|ma|ta|cette) /
const EITHER = /^ (?:l[’']|(?:leur|notre|votre|[mts]on) )/
