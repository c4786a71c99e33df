import { type DiffPiece, diffText } from '../diff/diff-text.ts'
import { canonicalText } from '../digest/digest.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { applyHunks } from './apply-hunks.ts'
import { type BaseBlock, type BaseText, baseText } from './base-text.ts'
import { diffAsCriticMarkup } from './criticmarkup.ts'
import { readHunks } from './read-hunks.ts'

/** The marked text of an amendment, and the numbers, from 1, of the blocks that it quotes. */
interface WrittenMarks {
  readonly marked: string
  readonly at: readonly number[]
}

/**
 * Writes the changes between two Markdown files, without front matter, as an amendment. `unchanged`
 * when only blanks or typography differ; `unwritable` when no amendment gives the edited text.
 */
export function writeMarks(
  base: string,
  edited: string,
): WrittenMarks | 'unchanged' | 'unwritable' {
  const [old, young] = [baseText(base), baseText(edited)]
  const [before, after] = [old.text.slice(old.bodyStart), young.text.slice(young.bodyStart)]
  if (sameProse(before, after)) return 'unchanged'
  const narrow = withNarrowGaps(young)
  const written =
    withNarrowGaps(old) === before && narrow !== after ? marksBetween(old, narrow) : null
  return written ?? marksBetween(old, after) ?? 'unwritable'
}

function marksBetween(old: BaseText, after: string): WrittenMarks | null {
  const before = old.text.slice(old.bodyStart)
  const pieces = diffText(before, after)
  const kept = withoutReflow(pieces)
  const rewritten = [{ same: false, old: before, new: after }]
  // The attempt that quotes the fewest blocks comes first. The last one replaces the whole text.
  const attempts = [
    () => touchedBlocks(old, kept, true),
    () => touchedBlocks(old, kept, false),
    () => touchedBlocks(old, pieces, false),
    () => whole(old, pieces),
    () => whole(old, rewritten),
  ]
  for (const write of attempts) {
    const attempt = write()
    const placement = readHunks(old, attempt.marked, attempt.at)
    if ('misplaced' in placement) continue
    const again = applyHunks(old.text, placement.hunks).slice(old.bodyStart)
    // Ignores blank lines at the end, which change only a code fence that is not closed.
    if (sameProse(again.trimEnd(), after.trimEnd())) return attempt
  }
  return null
}

// Leaves one blank line between blocks, since more blank lines are no edit.
function withNarrowGaps({ text, blocks, bodyStart }: BaseText) {
  const narrow = (gap: string) => gap.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
  let [narrowed, at] = ['', bodyStart]
  for (const { lineStart, lineEnd } of blocks) {
    if (lineStart < at) continue
    narrowed += narrow(text.slice(at, lineStart)) + text.slice(lineStart, lineEnd)
    at = lineEnd
  }
  return narrowed + narrow(text.slice(at)).replace(/(?<!\n)\n+$/, '\n')
}

function whole(base: BaseText, pieces: readonly DiffPiece[]) {
  return {
    marked: `${diffAsCriticMarkup(pieces).replace(/^\n+/, '').trimEnd()}\n`,
    at: base.blocks.map((_, index) => index + 1),
  }
}

// Ignores changes that only wrap a paragraph differently or add spaces.
function withoutReflow(pieces: readonly DiffPiece[]) {
  const isReflow = ({ old, new: young }: DiffPiece) =>
    /^[ \t]*(?:\n[ \t]*)?$/.test(old) &&
    /^[ \t]*(?:\n[ \t]*)?$/.test(young) &&
    old !== '' &&
    young !== ''
  const isWidened = ({ old, new: young }: DiffPiece, index: number) =>
    /^[ \t]+$/.test(old + young) &&
    (/[ \t]$/.test(pieces[index - 1]?.old ?? '') || /^[ \t]/.test(pieces[index + 1]?.old ?? ''))
  return pieces.map((piece, index) =>
    !piece.same && (isReflow(piece) || isWidened(piece, index))
      ? { same: true, old: piece.old, new: piece.old }
      : piece,
  )
}

interface PlacedPiece extends DiffPiece {
  readonly start: number
  readonly end: number
}

/** Quotes the changed blocks. With `tidy`, blank lines stay outside the marks of whole blocks. */
function touchedBlocks(base: BaseText, pieces: readonly DiffPiece[], tidy: boolean) {
  const placed = placedPieces(base, pieces)
  const touched = new Set<number>()
  for (const piece of placed)
    if (!piece.same) for (const ordinal of blocksTouched(base, piece, tidy)) touched.add(ordinal)
  const at = [...touched].sort((a, b) => a - b)
  const marked: string[] = []
  for (let index = 0; index < at.length; ) {
    let last = index
    while (at[last + 1] === (at[last] as number) + 1) last += 1
    const [first, final] = [
      base.blocks[(at[index] as number) - 1],
      base.blocks[(at[last] as number) - 1],
    ] as [BaseBlock, BaseBlock]
    const written = diffAsCriticMarkup(cut(placed, first.lineStart, final.lineEnd)).trimEnd()
    marked.push(tidy ? tidied(written) : written)
    index = last + 1
  }
  return { marked: `${marked.join('\n\n')}\n`, at }
}

function tidied(marked: string) {
  const taken = lastOutside(
    marked.replace(/^\{--\n+/, '{--'),
    '--}',
    /\{--(\n+)([\s\S]+)--\}$/,
    '$1{--$2--}',
  )
  const put = lastOutside(taken, '++}', /\{\+\+(\n+)([\s\S]+)\+\+\}$/, '$1{++$2++}')
  return evenlyOutside(put).replace(/^\{\+\+\n+/, '{++')
}

/** Moves blank lines from the start of the last mark to before it. */
function lastOutside(marked: string, close: string, mark: RegExp, tidy: string) {
  if (!marked.endsWith(close)) return marked
  const before = marked.lastIndexOf(close, marked.length - close.length - 1)
  const from = before < 0 ? 0 : before + close.length
  return marked.slice(0, from) + marked.slice(from).replace(mark, tidy)
}

/** Changes `{++⏎⏎word++}⏎⏎` into `⏎⏎{++word⏎⏎++}`, for an inserted block. */
function evenlyOutside(marked: string) {
  return marked.replace(/([\s\S]*?)\+\+\}(\n*)/gy, (whole, before: string, lines: string) => {
    if (lines === '') return whole
    for (const { 0: opening, index } of before.matchAll(/\{\+\+\n+/g)) {
      const words = before.slice(index + 3 + lines.length)
      if (opening.length >= 3 + lines.length && words !== '')
        return `${before.slice(0, index)}${lines}{++${words}${lines}++}`
    }
    return whole
  })
}

function placedPieces(base: BaseText, pieces: readonly DiffPiece[]) {
  let at = base.bodyStart
  return pieces.map((piece) => {
    const start = at
    at += piece.old.length
    return { ...piece, start, end: at }
  })
}

function blocksTouched(
  { blocks }: BaseText,
  { start: from, end, old, new: young }: PlacedPiece,
  tidy: boolean,
): readonly number[] {
  const start = tidy && young === '' ? from + (/^\n*/.exec(old)?.[0].length ?? 0) : from
  const touched = blocks.flatMap((block, index) =>
    block.lineStart <= end && start <= block.lineEnd ? [index + 1] : [],
  )
  if (touched.length > 0) return touched
  const before = blocks.findLastIndex(({ lineEnd }) => lineEnd < start)
  return before >= 0 ? [before + 1] : blocks.length > 0 ? [1] : []
}

function cut(pieces: readonly PlacedPiece[], from: number, to: number) {
  return pieces.flatMap((piece): readonly DiffPiece[] => {
    if (!piece.same) return piece.end >= from && piece.start <= to ? [piece] : []
    const [start, end] = [Math.max(from, piece.start), Math.min(to, piece.end)]
    if (start >= end) return []
    const text = piece.old.slice(start - piece.start, end - piece.start)
    return [{ same: true, old: text, new: text }]
  })
}

/** True when two Markdown texts have the same blocks and words, blanks and typography aside. */
export function sameProse(one: string, other: string): boolean {
  return one === other || formOf(one) === formOf(other)
}

function formOf(text: string) {
  const tree = parseMarkdown(text)
  return canonicalText({
    fields: {},
    parts: [{ name: 'body', blocks: tree.children }],
    tree,
    imageDigest: (url) => url,
  })
}
