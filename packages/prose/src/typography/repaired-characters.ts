import { type Change, replacementsIn } from './change.ts'

// Signs of UTF-8 read as Latin-1. Before a closing quote, a lone `Â` or an `Ã` after capitals may
// be right: « Â », « IRMÃ ».
const MISREAD =
  'Ã[¡-º¼-¿‰€]|Ã[\\u00A0»](?<=\\p{Ll}..|(?<!\\p{L})\\p{Lu}..)|Ã\\u00A0(?<!\\p{L}..)(?![»:;!?])'
const BEFORE_SIGN = 'Â[«°]|Â»(?<!«..)|Â\\u00A0(?:(?<=[^\\s«“"(]..|Â«..)|(?![»:;!?]))'
const DECOMPOSED = new RegExp(
  `\\P{M}\\p{M}+|[\\uFB00-\\uFB06\\u0080-\\u009F]|${MISREAD}|${BEFORE_SIGN}|Å“|â€[\\u0153\\u201C\\u201D\\u2122¦]|(?<![@#])[\\u00AD\\u200B\\uFEFF]`,
  'gu',
)

// An accent that TeX prints before its letter: « proc´edure ».
const APART = /(?<=\p{L})(?:´e|`[aeu]|ˆ[aeiou]|¨[eiu]|¸c)/giu
const NO_APOSTROPHE =
  /(?:´(?=e)|ˆ(?=[aeiou])|¨(?=[eiu])|¸(?=c))(?<=\p{L}.)(?<!(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|aujourd|prud)´)/iu
const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '¨': '\u0308',
  '¸': '\u0327',
}

/**
 * Composes letters and accents (NFC), splits ligatures such as `ﬁ`, and repairs signs of wrong
 * encodings (`Ã©`). Removes soft hyphens, zero-width spaces and BOMs, except after `@` or `#`,
 * where they prevent a mention. Emoji joiners stay.
 */
export function repairedCharacters(text: string): Change[] {
  if (ASCII.test(text)) return []
  return replacementsIn(text, [
    [DECOMPOSED, composed],
    ...(NO_APOSTROPHE.test(text) ? [[APART, joined] as const] : []),
  ])
}

function composed([written]: RegExpExecArray) {
  const form = /[\uFB00-\uFB06]/.test(written) ? 'NFKC' : 'NFC'
  return SINGLE[written] ?? misread(written).normalize(form)
}

function joined([[mark = '', letter] = '']: RegExpExecArray) {
  return `${letter}${MARKS[mark]}`.normalize('NFC')
}

function misread(written: string) {
  if (/^Ã[\u00A0-¿]/.test(written)) return String.fromCharCode(written.charCodeAt(1) + 0x40)
  return written.replace(/^Â(?=[\u00A0«»°])/, '')
}

const ASCII = /^[\x00-\x7F]*$/

const SINGLE: Readonly<Record<string, string | undefined>> = {
  '\u00AD': '',
  '\u200B': '',
  '\uFEFF': '',
  '\u0080': '€',
  '\u0085': '…',
  '\u008C': 'Œ',
  '\u0091': '‘',
  '\u0092': '’',
  '\u0093': '“',
  '\u0094': '”',
  '\u0096': '–',
  '\u0097': '—',
  '\u009C': 'œ',
  'Å“': 'œ',
  'Ã‰': 'É',
  'Ã€': 'À',
  'â€\u2122': '’',
  'â€\u0153': '“',
  'â€\u201C': '–',
  'â€\u201D': '—',
  'â€¦': '…',
}
