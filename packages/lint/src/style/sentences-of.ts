import { OBJECT, unitsOf } from '@cahier/prose'

/** A sentence of a passage, from one unit to another, and how many words it has. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly words: number
}

/**
 * The sentences of a text. One ends at `.`, `!`, `?` or `…` before a blank and something else than a small letter; a semicolon ends one
 * too, since a reader may breathe there. An abbreviation (`M.`, `art.`, `n.`), an initial, a decimal or a date ends none.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const { 0: stop, index } of text.matchAll(STOP)) {
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

const STOP = new RegExp(`(?:[.!?…]+(?:[\\s]?[»”"’)\\]]|${OBJECT})*(?=\\s+[^\\p{Ll}\\s»”)\\]])|;(?=\\s))`, 'gu')

/** How many words stand between two units of a text. A number with its no-break blanks, and a word with its punctuation, are one. */
export function wordsBetween(text: string, from: number, to: number): number {
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

function endsAbbreviation(text: string, dot: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(0, dot - 8), dot))
}

const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|[Mm]mes?|Mlles?|MM|Mgr|[DP]rs?|[Mm]e|St|Ste|[Aa]rts?|[Aa]l|[Cc]f|[Ee]x|[Cc]hap|[Ff]ig|[Vv]ol|[Nn]|[Nn]os?|[Pp]p?|[Ss]q|[Ee]nv|[Hh]ab|[Bb]d|[Bb]oul|[Aa]v|[Tt]él|[Éé]d|[Cc]oll|[Rr]éf|[Mm]in|[Mm]ax|[Rr]esp|[Pp]ar|c\.-à-d|e\.g|i\.e|vs)$/u
