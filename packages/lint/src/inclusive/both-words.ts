import { hasWord, type Lexicon } from '../spelling/lexicon.ts'
import type { AbbreviatedForm } from './abbreviated-forms.ts'

/**
 * The two words that an abbreviated form stands for: `élus` and `élues`, `acteur` and `actrice`.
 */
export interface BothWords {
  readonly masculine: string
  readonly feminine: string
  /**
   * Whether the feminine is the masculine and an ending: `élu`, `élue`, and not `acteur`,
   * `actrice`.
   */
  readonly isRegular: boolean
}

/** Rebuilds the two words of an abbreviated form; `null` when a dictionary does not know both. */
export function bothWords(
  { stem, ending, plural }: AbbreviatedForm,
  lexicon: Lexicon,
): BothWords | null {
  const isPlural = plural !== 'none' || /(?:elles|celles)$/.test(ending)
  const knows = (word: string) => hasWord(lexicon, word) || hasWord(lexicon, word.toLowerCase())
  // « Usagèr·es » has the accent of its feminine.
  const base = stem.replace(/èr$/, 'er')
  const masculine = [isPlural && !/[sxz]$/.test(base) ? `${base}s` : base, base].find(knows)
  // The shorter the cut, the likelier: `acteur·rice` loses three letters, `tou·te` none.
  for (let cut = 0; cut < Math.min(stem.length, MOST_CUT + 1); cut++) {
    const single = stem.slice(0, stem.length - cut) + ending
    const feminine = isPlural && !single.endsWith('s') ? `${single}s` : single
    if (masculine !== undefined && knows(feminine))
      return { masculine, feminine, isRegular: cut === 0 && knows(stem) }
  }
  return null
}

/** `-eur`, `-eux` and `-teur` give way to the feminine ending. */
const MOST_CUT = 4
