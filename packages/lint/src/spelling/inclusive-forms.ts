import { wordSet } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'
import { hasWord, type Lexicon } from './lexicon.ts'

/** A word written for two genders at once: `élu·e·s`, `agriculteur.rices`, `étudiant(e)`. */
export interface AbbreviatedForm extends Span {
  readonly written: string
  readonly stem: string
  /** The feminine ending, without its plural. */
  readonly ending: string
  /** The first separator; `(` for brackets. */
  readonly separator: string
  /** `double` for `élu·e·s`, `single` for `élu·es`, `none` without a plural `s`. */
  readonly plural: 'double' | 'single' | 'none'
}

/**
 * The abbreviated forms of a text, in order. Includes words that only look like one
 * (`Sololinux.es`): the caller checks them with a dictionary.
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
        start: index,
        end: index + written.length,
        stem,
        ending,
        separator,
        plural,
      })
  }
  return found
}

export const MEDIAN_DOT = '·'

const ENDINGS =
  'eresse|esse|sse|trice|rice|ice|ière|euse|elles?|celles|lle|ère|ienne|enne|ne|te|ve|se|le|re|che|que|e'
const MAYBE = new RegExp(`[·•⋅‧./(-](?<=\\p{L}.)(?:${ENDINGS})s?(?!\\p{L})`, 'u')
// A hyphen may come before a form, `aide-soignant·e`, but no sign of an address may.
const FORM = new RegExp(
  '(?<![\\p{L}\\p{M}\\p{N}_@/\\\\.·•⋅‧]|(?<!\\p{L})-)(?<stem>\\p{L}[\\p{L}\\p{M}]+)' +
    `(?:(?<separator>[·•⋅‧./-])(?<ending>${ENDINGS})(?:(?<double>\\k<separator>s)|(?<single>s))?|` +
    `\\((?<enclosed>${ENDINGS})(?:(?<inside>s)\\)|\\)(?<outside>s|\\(s\\))|\\)))` +
    '(?![\\p{L}\\p{M}\\p{N}_@/\\\\·•⋅‧(-]|[.:]\\p{L})',
  'gu',
)

// Pronouns after a verb: `donne-le`, `dit-elle`.
const CLITICS = wordSet('le elle elles te se que')

/** The full words of an abbreviated form: `élu` and `élue`. */
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
  // The stem may have the accent of the feminine: « usagèr·es ».
  const base = stem.replace(/èr$/, 'er')
  const masculine = [isPlural && !/[sxz]$/.test(base) ? `${base}s` : base, base].find(knows)
  // The feminine may lose letters of the stem, none in `tou·te`, three in `acteur·rice`. The fewest
  // are tried first.
  for (let cut = 0; cut < Math.min(stem.length, MOST_CUT + 1); cut++) {
    const single = stem.slice(0, stem.length - cut) + ending
    const feminine = isPlural && !single.endsWith('s') ? `${single}s` : single
    if (masculine !== undefined && knows(feminine))
      return { masculine, feminine, isRegular: cut === 0 && knows(stem) }
  }
  return null
}

/** The most stem letters that the feminine may lose: four in `acteur·trice`. */
const MOST_CUT = 4
