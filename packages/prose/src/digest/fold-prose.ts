/**
 * Folds characters to the `v1` normal form (schemas/digest.md, "Text"): NFC, one apostrophe, quote,
 * dash and ellipsis, no invisible character.
 */
function foldCharacters(text: string) {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .normalize('NFC')
    .replace(/[’‘‛ʼ′´`]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\.{3,}/g, '…')
}

/**
 * Makes each run of blanks one U+0020; removes those at the ends and beside `: ; ! ? " % ‰ € …`.
 */
function foldSpaces(text: string) {
  return keptText(text, keptUnits(text), 0, text.length)
}

function keptText(text: string, kept: Uint8Array, from: number, to: number) {
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

/** For each UTF-16 unit, 1 when `foldSpaces` keeps it, else 0. */
function keptUnits(text: string) {
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

/** The `v1` normal form of a plain string, such as a title. */
export function foldProse(text: string): string {
  return PLAIN.test(text) ? text : foldSpaces(foldCharacters(text))
}

/** A text already in normal form. */
const PLAIN = /^[\w,()-]+(?: [\w,()-]+)*$/

const TIGHT = new Set(':;!?"%‰€…')

/** Removes the white space (Unicode `White_Space`) at both ends of a text. */
export function unpadded(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return text.slice(start, end)
}

function isSpace(text: string, at: number) {
  const code = text.charCodeAt(at)
  return code < 0x80
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : /\p{White_Space}/u.test(text[at] as string)
}

/**
 * A text, or another inline element (a mark) in canonical form. `stands` says how the spaces beside
 * the mark are folded.
 */
export type Piece =
  | { readonly text: string }
  | { readonly mark: string; readonly stands: 'word' | 'break' | 'nothing' }

/** The normal form of the texts of a block, with the marks between them. */
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

// A sign stands for each mark while spaces are folded: spaces stay beside `x`, not beside `:`.
const STANDS = { word: 'x', break: ':', nothing: '' } as const
