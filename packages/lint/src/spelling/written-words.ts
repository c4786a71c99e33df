import { matchesIn, type Span } from '@cahier/prose'

/** A word of a text, normalized to look it up, with its offsets in the text. */
export interface WrittenWord extends Span {
  /** In NFC, with straight apostrophes and hyphens, without soft hyphens. */
  readonly text: string
}

/** The words of a text in order, numbers, addresses and file names included. */
export function writtenWords(text: string): readonly WrittenWord[] {
  const words: WrittenWord[] = []
  for (const { 0: run, index } of matchesIn(text, RUN)) {
    const written = PLAIN_LETTERS.test(run) ? run : (TO_LAST_LETTER.exec(run)?.[0] ?? '')
    words.push({
      text: PLAIN_LETTERS.test(written) ? written : normalized(written),
      start: index,
      end: index + written.length,
    })
  }
  return words
}

/** Whether a word is ordinary: no number, and no part of a file name, an address or a command. */
export function isOnlyWord(text: string, { start, end }: WrittenWord): boolean {
  return (
    !SIGNS.test(text.slice(start, end)) &&
    !COMMAND.test(text.charAt(start - 1)) &&
    !AFTER.test(text.slice(end, end + 2))
  )
}

export function isQuoted(text: string, { start, end }: WrittenWord): boolean {
  return (
    (QUOTES_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
      QUOTES_AFTER.test(text.slice(end, end + 3))) ||
    (/["']/.test(text.charAt(start - 1)) && text.charAt(end) === text.charAt(start - 1))
  )
}

/** Whether a word begins a sentence, a title or a quotation: its capital then means nothing. */
export function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start)
  return (start <= NEAR && OPENING.test(before)) || BEGINS.test(before)
}

const BEGINS_WORD = /[\p{L}\p{M}\p{N}_]/u
const STOPS_WORD = /[\s\uFFFC«»“”„"‹›()[\]{},;:!?…|<>*=+~^%–—]/u
const RUN = new RegExp(`${BEGINS_WORD.source}[^${STOPS_WORD.source.slice(1)}*`, 'gu')
const PLAIN_LETTERS = /^[a-zA-ZÀ-ÖØ-öø-ÿœŒ]*$/
const TO_LAST_LETTER = /^.*\p{L}/su
// A word with one of these is not checked. One slash may join two words, but two slashes make a
// path.
const SIGNS =
  /[\p{Script=Cyrillic}\p{Script=Greek}]|[^\p{L}\p{M}'’ʼ\-‐‑/\u00AD\u200B]|\/.*\/|\/$|['’]s$/u
// Signs before a part of a command, path or address. U+FFFD replaces a lost letter, so that the
// word beside it is incomplete.
const COMMAND = /[@#$\\/_.&=\uFFFD-]/
const AFTER = /^(?:[:=(]\p{L}|:\/|%[\dA-F]|\(\d|-?\d|\uFFFD)/u
const QUOTES_BEFORE = /[«“„‹][ \u00A0\u202F]?$/
const QUOTES_AFTER = /^:?[ \u00A0\u202F]?[»”“›]/
const NEAR = 12
const OPENING = /^[\s\uFFFC«“„"‹(*[•—–-]*$/
const BEGINS = /(?:[.!?…:;•|][»”"’)\]]*|[—–])[\s«“„"‹(*[—–-]*$|[«“„"‹(]\s*$/

function normalized(written: string) {
  return written
    .replace(/[\u00AD\u200B]/g, '')
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/[ﬀﬁﬂﬃﬄ]/g, (ligature) => ligature.normalize('NFKC'))
}
