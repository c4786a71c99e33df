/**
 * The `v1` normal form of a text without its spaces (schemas/digest.md, "Text"): without four
 * invisible characters, NFC, plain apostrophes, quotes, dashes and ellipses.
 */
function foldCharacters(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .normalize('NFC')
    .replace(/[’‘‛ʼ′´`]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\.{3,}/g, '…')
}

/** White space as one U+0020, and none at the ends or beside `: ; ! ? " % ‰ € …`. */
function foldSpaces(text: string): string {
  return keptText(text, keptUnits(text), 0, text.length)
}

/** The kept units between two offsets, each space as U+0020. */
function keptText(text: string, kept: Uint8Array, from: number, to: number): string {
  let folded = ''
  let run = from
  for (let at = from; at < to; at++) {
    if (kept[at] === 1 && !isSpace(text, at)) continue
    folded += text.slice(run, at)
    if (kept[at] === 1) folded += ' '
    run = at + 1
  }
  return folded + text.slice(run, to)
}

/** For each UTF-16 unit, 1 when `foldSpaces` keeps it. */
function keptUnits(text: string): Uint8Array {
  const kept = new Uint8Array(text.length).fill(1)
  for (const run of text.matchAll(/\p{White_Space}+/gu)) {
    const end = run.index + run[0].length
    const falls =
      run.index === 0 ||
      end === text.length ||
      TIGHT.has(text[run.index - 1] as string) ||
      TIGHT.has(text[end] as string)
    kept.fill(0, falls ? run.index : run.index + 1, end)
  }
  return kept
}

/** The `v1` normal form of a plain string: a title, a summary, a request. */
export function foldProse(text: string): string {
  return PLAIN.test(text) ? text : foldSpaces(foldCharacters(text))
}

/** Words that are their own normal form, as in most titles. */
const PLAIN = /^[\w,()-]+(?: [\w,()-]+)*$/

const TIGHT = new Set(':;!?"%‰€…')

/** A text without the white space around it. */
export function unpadded(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return text.slice(start, end)
}

// Most letters are ASCII, and every text is asked letter by letter.
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 0x80
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : /\p{White_Space}/u.test(text[at] as string)
}

/** Text, or a mark in canonical form, which counts as a word, a line end, or nothing in the text. */
export type Piece =
  | { readonly text: string }
  | { readonly mark: string; readonly stands: 'word' | 'break' | 'nothing' }

/** The normal form of the texts of a block. Spaces are folded across marks that count as nothing. */
export function foldPieces(
  pieces: readonly Piece[],
): ({ readonly text: string } | { readonly mark: string })[] {
  let raw = ''
  let run = ''
  const marks: { readonly mark: string; readonly from: number; readonly to: number }[] = []
  for (const piece of pieces) {
    if ('text' in piece) run += piece.text
    else {
      raw += foldCharacters(run)
      run = ''
      marks.push({
        mark: piece.mark,
        from: raw.length,
        to: raw.length + STANDS[piece.stands].length,
      })
      raw += STANDS[piece.stands]
    }
  }
  raw += foldCharacters(run)
  const kept = keptUnits(raw)
  const folded: ({ readonly text: string } | { readonly mark: string })[] = []
  let read = 0
  const wordsUntil = (at: number) => {
    const text = keptText(raw, kept, read, at)
    if (text !== '') folded.push({ text })
  }
  for (const { mark, from, to } of marks) {
    wordsUntil(from)
    folded.push({ mark })
    read = to
  }
  wordsUntil(raw.length)
  return folded
}

// What spaces see in the place of a mark: a letter keeps them, a colon drops them. It is never
// written.
const STANDS = { word: 'x', break: ':', nothing: '' } as const
