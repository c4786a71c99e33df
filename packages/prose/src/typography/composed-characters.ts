import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

const DECOMPOSED = /\P{M}\p{M}+|[\uFB00-\uFB06\u0080-\u009F]|(?<![@#])[\u00AD\u200B\uFEFF]/gu

/**
 * A letter and its accent are one character (NFC), `ﬁ` is two letters, and what an old Windows put for quotes, dashes and dots is the real sign.
 * What nobody sees goes: a hyphen for line ends, a space of no width, a byte order mark; but for one after `@` or `#`, which keeps them from meaning
 * something. What has no composed form, and the joiners of emoji, stay.
 */
export function composedCharacters(text: string): Change[] {
  if (ASCII.test(text)) return []
  return matchesIn(text, DECOMPOSED).flatMap(({ 0: written, index }) => {
    const meant = SINGLE[written] ?? (/[\uFB00-\uFB06]/.test(written) ? written.normalize('NFKC') : written.normalize('NFC'))
    return meant === written ? [] : [{ start: index, end: index + written.length, text: meant }]
  })
}

const ASCII = /^[\x00-\x7F]*$/

/** What is not seen, and Windows-1252 read as Latin-1. */
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
}
