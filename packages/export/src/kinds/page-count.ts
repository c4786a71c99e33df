import { wrapped } from '../text/page.ts'

/**
 * The typography of a block, in points. `line` is a multiple of `size`; `inset` is the width lost
 * on the sides.
 */
export interface PageSetting {
  readonly size: number
  readonly line: number
  readonly before: number
  readonly after: number
  readonly inset?: number
  /** True to stay on the page of the next block. */
  readonly keep?: boolean
}

export interface SetBlock {
  readonly text: string
  readonly setting: PageSetting
}

/**
 * An estimate of the number of pages with this text area, in points; the first page has no header.
 * The first two lines of a paragraph stay together, and so do the last two.
 */
export function pageCount(
  blocks: readonly SetBlock[],
  { width, height, firstHeight }: Readonly<Record<'width' | 'height' | 'firstHeight', number>>,
): number {
  let pages = 0
  let left = 0
  for (const { above, tall, below } of piecesOf(blocks, width)) {
    // The space above is dropped at the top of a page, the space below at its end.
    if (pages === 0 || above + tall > left) {
      left = (pages === 0 ? firstHeight : height) - tall - below
      pages++
    } else left -= above + tall + below
  }
  return pages
}

/** Lines that stay on one page; heights in points. */
interface Piece {
  readonly above: number
  readonly tall: number
  readonly below: number
}

export function lineCount(text: string, size: number, width: number): number {
  return wrapped(text, Math.max(1, Math.floor(width / (size * letterWidth(text))))).length
}

/** Line height of DejaVu Serif, the tallest common font, as a multiple of its size. */
const SOLID = 1.165

function piecesOf(blocks: readonly SetBlock[], width: number): Piece[] {
  const pieces: Piece[] = []
  let kept: Piece | null = null
  for (const { text, setting } of blocks) {
    const { size, line, before, after, inset = 0, keep } = setting
    const lines = lineCount(text, size, width - inset)
    const pitch = size * SOLID * line
    const heights =
      lines < 4
        ? [lines * pitch]
        : [2 * pitch, ...Array.from({ length: lines - 4 }, () => pitch), 2 * pitch]
    const own = heights.map((tall, index) => ({
      above: index === 0 ? before : 0,
      tall,
      below: index === heights.length - 1 ? after : 0,
    }))
    const [first, ...others] = own as [Piece, ...Piece[]]
    const opening: Piece = kept === null ? first : joined(kept, first)
    kept = keep === true ? others.reduce(joined, opening) : null
    if (kept === null) pieces.push(opening, ...others)
  }
  return pieces
}

function joined(upper: Piece, lower: Piece): Piece {
  return {
    above: upper.above,
    tall: upper.tall + upper.below + lower.above + lower.tall,
    below: lower.below,
  }
}

/** Mean width of a character in DejaVu Serif, the widest common font, per unit of size. */
function letterWidth(text: string): number {
  const widths = Array.from(
    text,
    (letter) => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS,
  )
  return text === '' ? OTHERS : widths.reduce((sum, width) => sum + width, 0) / widths.length
}

const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlîï .,:;!'’|\u00A0\u202F]/, 0.32],
  [/[abcdeghknopquvxyéèêàâùûôç]/, 0.61],
  [/[ft()[\]-]/, 0.4],
  [/[rsz"]/, 0.5],
  [/[mw…—%œæŒÆMW@]/, 0.99],
  [/\p{Lu}/u, 0.76],
  [/\d/, 0.64],
]

const OTHERS = 0.64
