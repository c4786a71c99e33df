import { matchesIn } from '@cahier/prose'
import { isKnownWord, type Vocabulary } from './known-word.ts'
import type { SpelledOtherwise } from './spelled-otherwise.ts'

/**
 * Where a text has words cut by a hyphen where a line ends, or ended before it was copied out of a
 * printed page: Markdown puts a space for each end of line, so that « clima-\ntique » is read «
 * clima- tique ». Said where the two halves make a word, of which one at least is none by itself.
 */
export function cutWords(text: string, vocabulary: Vocabulary): readonly SpelledOtherwise[] {
  if (!text.includes('- ') && !text.includes('\n')) return []
  return matchesIn(text, CUT).flatMap(({ 0: written, 1: first = '', 2: second = '', index }) => {
    const meant = first + second
    if (
      !isKnownWord(meant, vocabulary) ||
      (isKnownWord(first, vocabulary) && isKnownWord(second, vocabulary))
    )
      return []
    return [{ from: index - first.length, to: index + written.length, meant }]
  })
}

// Begins at the hyphen, which is rarer than words, and looks back.
const CUT =
  /[-‐](?=[ \n])(?<=(?<![\p{L}\p{M}\p{N}-])(?:(?:[cdjlmnst]|qu)['’])?(\p{L}\p{Ll}+)[-‐])(?: |\n[ \t]*)(\p{Ll}{2,})(?![\p{L}\p{M}'’-])/gu
