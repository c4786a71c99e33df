import { matchesIn, OBJECT, type Span } from '@cahier/prose'

export interface Sentence extends Span {
  readonly words: number
}

/**
 * The sentences of a text. A semicolon ends a sentence, but the dot of an abbreviation (`M.`) or an
 * initial does not. A list item begins a sentence. In verse, each line is a sentence.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const { 0: stop, index } of matchesIn(text, isInLines(text) ? STOP_OR_LINE : STOP)) {
    if (stop.startsWith('.') && endsAbbreviation(text, index)) continue
    add(index + stop.length)
  }
  add(text.length)
  return sentences

  function add(to: number) {
    const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0)
    const words = wordsBetween(text, start, to)
    if (words > 0) sentences.push({ start, end: to, words })
    from = to
  }
}

const ITEM = '\\n(?=[ \\t]*(?:[•▪◦‣●]|[a-z\\d]{1,2}[.)])[ \\t])'
// The first lookbehind lets a match begin only at the first sign of a run such as `...`: a try at
// each sign would take quadratic time.
const STOP = new RegExp(
  `(?:(?<![.!?…])[.!?…]+(?:[\\s]?[»”"’)\\]]|${OBJECT})*(?=\\s+[^\\p{Ll}\\s»”)\\]])|;(?=\\s)|${ITEM})`,
  'gu',
)

const STOP_OR_LINE = new RegExp(`${STOP.source}|\\n`, 'gu')

// Whether a text is in verse: it has several lines, and none begins with a small letter.
function isInLines(text: string) {
  return (
    text.includes('\n') &&
    !SMALL_LINE.test(text) &&
    /\n[^\n]*\n/.test(text) &&
    /^[^\p{Ll}\n]/u.test(text)
  )
}

const SMALL_LINE = /\n[ \t]*(?:[\p{Ll}\s]|$)/u

/** A number with no-break spaces is one word. */
function wordsBetween(text: string, from: number, to: number) {
  return text.slice(from, to).match(WORD)?.length ?? 0
}

const WORD = /[\dA-Za-z\u00C0-\u1FFF\u2C00-\uFFEF][^ \n\t]*/g

function endsAbbreviation(text: string, dot: number) {
  const before = text.slice(Math.max(0, dot - 8), dot)
  if (ABBREVIATION.test(before))
    return !(WORD_TOO.test(before) && NAME_AFTER.test(text.slice(dot + 1, dot + 6)))
  return !GENDERS.test(before) && INITIAL.test(before)
}

const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:[Mm]mes?|Mlles?|MM|Mgr|[DP]rs?|[Mm]e|St|Ste|[Aa]rts?|[Aa]l|[Cc]f|[Ee]x|[Cc]hap|[Ff]ig|[Vv]ol|[Nn]|[Nn]os?|[Pp]p?|[Ss]q|[Ee]nv|[Hh]ab|[Bb]d|[Bb]oul|[Aa]v|[Tt]él|[Éé]d|[Cc]oll|[Rr]éf|[Mm]in|[Mm]ax|[Rr]esp|[Pp]ar|c\.-à-d|e\.g|i\.e|vs)$/u
const INITIAL = /(?<![\p{L}\p{N}])\p{L}$/u

/**
 * Abbreviations that are also words. « l’art. » ends a sentence only before a capitalised word such
 * as « Nous ». It does not before « 12 », « L. 12 » or « II ».
 */
const WORD_TOO = /(?:art|vol|max|min)$/
const NAME_AFTER = /^\s+(?!Ie?re?\b)\p{Lu}[\p{Ll}’']/u
/** The last letter of `salarié·e`, `élu.e` or « vas-y » is not an initial. */
const GENDERS = /\p{L}{2}(?:[·•⋅‧.-]\p{Ll}{1,3}){1,2}$/u
