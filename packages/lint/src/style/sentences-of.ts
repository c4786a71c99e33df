import { matchesIn, OBJECT, unitsOf } from '@cahier/prose'

/** A sentence of a paragraph: its offsets, and its number of words. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly words: number
}

/**
 * The sentences of a text. `.`, `!`, `?` or `…` ends one before a blank, unless a small letter
 * follows; so does a semicolon. An abbreviation (`M.`, `art.`), an initial, a decimal or a date
 * ends none. In verse and lists by lines, each line is one. A bullet or `a)` begins one.
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

  function add(to: number): void {
    const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0)
    const words = wordsBetween(text, start, to)
    if (words > 0) sentences.push({ from: start, to, words })
    from = to
  }
}

const ITEM = '\\n(?=[ \\t]*(?:[•▪◦‣●]|[a-z\\d]{1,2}[.)])[ \\t])'
// From the first of several signs: trying each would be quadratic.
const STOP = new RegExp(
  `(?:(?<![.!?…])[.!?…]+(?:[\\s]?[»”"’)\\]]|${OBJECT})*(?=\\s+[^\\p{Ll}\\s»”)\\]])|;(?=\\s)|${ITEM})`,
  'gu',
)

const STOP_OR_LINE = new RegExp(`${STOP.source}|\\n`, 'gu')

function isInLines(text: string): boolean {
  return (
    text.includes('\n') &&
    !SMALL_LINE.test(text) &&
    /\n[^\n]*\n/.test(text) &&
    /^[^\p{Ll}\n]/u.test(text)
  )
}

/** A line after the first that is empty or begins with a small letter. */
const SMALL_LINE = /\n[ \t]*(?:[\p{Ll}\s]|$)/u

/** The number of words between two offsets. A number with no-break spaces is one word. */
function wordsBetween(text: string, from: number, to: number): number {
  const units = unitsOf(text)
  let words = 0
  let isSpoken = false
  for (let at = from; at < to; at++) {
    const code = units[at] as number
    if (code === 32 || code === 10 || code === 9) isSpoken = false
    else if (!isSpoken && isLetterOrDigit(code)) {
      isSpoken = true
      words++
    }
  }
  return words
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 0xc0 && !(code >= 0x2000 && code < 0x2c00) && code < 0xfff0)
  )
}

// Runs at every point: expressions beyond ASCII are compiled only when needed.
function endsAbbreviation(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 8), dot)
  const abbreviation = ABBREVIATION.exec(before)?.index
  if (abbreviation !== undefined && !isSpelled(signBefore(before, abbreviation), LETTER_OR_DIGIT))
    return !(WORD_TOO.test(before) && NAME_AFTER.test(text.slice(dot + 1, dot + 6)))
  if (GENDERS.test(before)) return false
  const initial = signBefore(before, before.length)
  return (
    !isSpelled(signBefore(before, before.length - initial.length), LETTER_OR_DIGIT) &&
    isSpelled(initial, LETTER)
  )
}

/** The sign just before an offset; `''` at the start. */
function signBefore(text: string, end: number): string {
  const isPair = end > 1 && (text.codePointAt(end - 2) as number) > 0xffff
  return text.slice(Math.max(0, end - (isPair ? 2 : 1)), end)
}

function isSpelled(
  sign: string,
  { ascii, any }: { readonly ascii: RegExp; readonly any: () => RegExp },
): boolean {
  return sign < '\x80' ? ascii.test(sign) : any().test(sign)
}

const LETTER = { ascii: /[a-z]/i, any: () => /\p{L}/u }
const LETTER_OR_DIGIT = { ascii: /[a-z\d]/i, any: () => /[\p{L}\p{N}]/u }

const ABBREVIATION =
  /(?:[Mm]mes?|Mlles?|MM|Mgr|[DP]rs?|[Mm]e|St|Ste|[Aa]rts?|[Aa]l|[Cc]f|[Ee]x|[Cc]hap|[Ff]ig|[Vv]ol|[Nn]|[Nn]os?|[Pp]p?|[Ss]q|[Ee]nv|[Hh]ab|[Bb]d|[Bb]oul|[Aa]v|[Tt]él|[Éé]d|[Cc]oll|[Rr]éf|[Mm]in|[Mm]ax|[Rr]esp|[Pp]ar|c\.-à-d|e\.g|i\.e|vs)$/

/** « L’art. », « au vol. » end a sentence when no figure, « L. 12 » or « II », follows. */
const WORD_TOO = /(?:art|vol|max|min)$/
const NAME_AFTER = /^\s+(?!Ie?re?\b)\p{Lu}[\p{Ll}’']/u
/** The ending of `salarié·e·s`, `élu.e` or « vas-y » is not an initial. */
const GENDERS = /\p{L}{2}(?:[·•⋅‧.-]\p{Ll}{1,3}){1,2}$/u
