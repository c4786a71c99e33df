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
  /** With its own separator (`double`), without one (`single`), or absent. */
  readonly plural: 'double' | 'single' | 'none'
}

/**
 * The abbreviated forms of a text, in order. Words that only look like one, `Sololinux.es`, are
 * included: check with a dictionary.
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

/** The median dot; other dots are taken for it. */
export const MEDIAN_DOT = '·'

const ENDINGS =
  'eresse|esse|sse|trice|rice|ice|ière|euse|elles?|celles|lle|ère|ienne|enne|ne|te|ve|se|le|re|che|que|e'
// A quick test.
const MAYBE = new RegExp(`[·•⋅‧./(-](?<=\\p{L}.)(?:${ENDINGS})s?(?!\\p{L})`, 'u')
// No letter, digit or joining sign around it, as in addresses. A hyphen may precede:
// `aide-soignant·e`.
const FORM = new RegExp(
  '(?<![\\p{L}\\p{M}\\p{N}_@/\\\\.·•⋅‧]|(?<!\\p{L})-)(?<stem>\\p{L}[\\p{L}\\p{M}]+)' +
    `(?:(?<separator>[·•⋅‧./-])(?<ending>${ENDINGS})(?:(?<double>\\k<separator>s)|(?<single>s))?|` +
    `\\((?<enclosed>${ENDINGS})(?:(?<inside>s)\\)|\\)(?<outside>s|\\(s\\))|\\)))` +
    '(?![\\p{L}\\p{M}\\p{N}_@/\\\\·•⋅‧(-]|[.:]\\p{L})',
  'gu',
)

// Pronouns after a verb: `donne-le`, `dit-elle`.
const CLITICS = new Set(['le', 'elle', 'elles', 'te', 'se', 'que'])

export interface BothWords {
  readonly masculine: string
  readonly feminine: string
  /** Whether the feminine only adds an ending: `élu`, `élue`; not `acteur`, `actrice`. */
  readonly isRegular: boolean
}

/** The two full words of an abbreviated form; `null` when the lexicon lacks one. */
export function bothWords(
  { stem, ending, plural }: AbbreviatedForm,
  lexicon: Lexicon,
): BothWords | null {
  const isPlural = plural !== 'none' || /(?:elles|celles)$/.test(ending)
  const knows = (word: string) => hasWord(lexicon, word) || hasWord(lexicon, word.toLowerCase())
  // « Usagèr·es » has the accent of its feminine.
  const base = stem.replace(/èr$/, 'er')
  const masculine = [isPlural && !/[sxz]$/.test(base) ? `${base}s` : base, base].find(knows)
  // The shortest cut is likeliest: `tou·te` loses no letter, `acteur·rice` three.
  for (let cut = 0; cut < Math.min(stem.length, MOST_CUT + 1); cut++) {
    const single = stem.slice(0, stem.length - cut) + ending
    const feminine = isPlural && !single.endsWith('s') ? `${single}s` : single
    if (masculine !== undefined && knows(feminine))
      return { masculine, feminine, isRegular: cut === 0 && knows(stem) }
  }
  return null
}

/** The longest ending that the feminine replaces: `-teur`. */
const MOST_CUT = 4
