import { matchesIn } from '@cahier/prose'
import { hasWord, type Lexicon } from '../spelling/lexicon.ts'

/** A word written for two genders at once: `élu·e·s`, `agriculteur.rices`, `étudiant(e)`. */
export interface AbbreviatedForm {
  readonly written: string
  readonly from: number
  readonly to: number
  /** What comes before the first separator. */
  readonly stem: string
  /** The feminine ending, without its plural. */
  readonly ending: string
  /** The first separator; `(` for brackets. */
  readonly separator: string
  /** How the plural is written: with a separator of its own, without one, or not at all. */
  readonly plural: 'double' | 'single' | 'none'
}

/**
 * The abbreviated forms of a text, in their order. A word that only looks like one, `Sololinux.es`,
 * is given too: a dictionary decides.
 */
export function abbreviatedForms(text: string): readonly AbbreviatedForm[] {
  if (!MAYBE.test(text)) return []
  const found: AbbreviatedForm[] = []
  for (const { 0: written, index, groups = {} } of matchesIn(text, FORM)) {
    const ending = groups.ending ?? groups.enclosed ?? ''
    const separator = groups.separator ?? '('
    const stem = groups.stem ?? ''
    const plural =
      (groups.double ?? groups.outside)
        ? 'double'
        : (groups.single ?? groups.inside)
          ? 'single'
          : 'none'
    if (!(separator === '-' && CLITICS.has(ending)))
      found.push({
        written,
        from: index,
        to: index + written.length,
        stem,
        ending,
        separator,
        plural,
      })
  }
  return found
}

/** The sign of the median dot, and those that are taken for it. */
export const MEDIAN_DOT = '·'

const ENDINGS =
  'eresse|esse|sse|trice|rice|ice|ière|euse|elles?|celles|lle|ère|ienne|enne|ne|te|ve|se|le|re|che|que|e'
// Most texts have none: this is asked first.
const MAYBE = new RegExp(`[·•⋅‧./(-](?<=\\p{L}.)(?:${ENDINGS})s?(?!\\p{L})`, 'u')
// Neither an address nor a file: no part of a word is before, but for the first part of a
// compound (`aide-soignant·e`), and no sign that goes on after.
const FORM = new RegExp(
  '(?<![\\p{L}\\p{M}\\p{N}_@/\\\\.·•⋅‧]|(?<!\\p{L})-)(?<stem>\\p{L}[\\p{L}\\p{M}]+)' +
    `(?:(?<separator>[·•⋅‧./-])(?<ending>${ENDINGS})(?:(?<double>\\k<separator>s)|(?<single>s))?|` +
    `\\((?<enclosed>${ENDINGS})(?:(?<inside>s)\\)|\\)(?<outside>s|\\(s\\))|\\)))` +
    '(?![\\p{L}\\p{M}\\p{N}_@/\\\\·•⋅‧(-]|[.:]\\p{L})',
  'gu',
)

// `donne-le`, `dit-elle`: pronouns after a verb.
const CLITICS = new Set(['le', 'elle', 'elles', 'te', 'se', 'que'])

/**
 * The two words that an abbreviated form represents: `élus` and `élues`, `acteur` and `actrice`.
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
