import {
  blocksAsData,
  type DataBlock,
  type Edition,
  everyNode,
  type FlowNode,
  type Measure,
  nodesAsText,
  noticesOf,
  type Work,
} from '../edition/edition.ts'
import { wrapped } from '../text/page.ts'

/** The most pages of a brochure: three sheets folded in two. */
export const BROCHURE_PAGES = 12

/** An upper estimate of the A5 pages of an edition, typeset as a brochure. */
export function brochurePages(edition: Edition): number {
  const { title, subtitle, publisher, words, bibliography } = edition
  const blocks = [
    set('subject', publisher),
    set('title', title),
    set('subject', subtitle, `${words.edition} ${edition.edition}`, edition.date),
    set('notice', ...noticesOf(edition)),
    ...edition.chapters.flatMap((chapter) => [
      set('chapter', `${words.axis}\n${chapter.title}`),
      ...chapter.measures.flatMap((measure) => measureBlocks(measure, edition)),
    ]),
    set('chapter', bibliography.length === 0 ? '' : words.bibliography),
    ...bibliography.flatMap((work) => workBlocks(work, edition)),
    set('chapter', words.colophon),
    set('fact', edition.identifier, edition.date, publisher, edition.licence, edition.contact),
  ].flat()
  return pageCount(
    blocks.filter(({ text }) => text !== ''),
    AREA,
  )
}

/** The text area of an A5 page, in points. */
const AREA = { width: 296, height: 466, firstHeight: 486 }

const SETTINGS = {
  title: { size: 21, line: 1.06, before: 12, after: 6 },
  subject: { size: 12.5, line: 1.08, before: 0, after: 4 },
  notice: { size: 10, line: 1.18, before: 8, after: 4, inset: 20 },
  chapter: { size: 16.5, line: 1.08, before: 26, after: 6, keep: true },
  measure: { size: 12.5, line: 1.08, before: 15, after: 3, keep: true },
  status: { size: 9, line: 1.08, before: 0, after: 6, keep: true },
  summary: { size: 11.5, line: 1.16, before: 2, after: 7 },
  section: { size: 10, line: 1.08, before: 12, after: 3, inset: 30, keep: true },
  text: { size: 10, line: 1.18, before: 0, after: 4 },
  item: { size: 10, line: 1.18, before: 0, after: 3, inset: 28 },
  quotation: { size: 9, line: 1.18, before: 2, after: 7, inset: 46 },
  code: { size: 8.5, line: 1.12, before: 2, after: 7 },
  row: { size: 8.5, line: 1.12, before: 4, after: 4 },
  picture: { size: 10, line: 1.18, before: 4, after: 4, keep: true },
  speaker: { size: 9, line: 1.18, before: 4, after: 0, inset: 60, keep: true },
  statement: { size: 9, line: 1.18, before: 0, after: 0, inset: 28 },
  note: { size: 8, line: 1.12, before: 6, after: 1 },
  work: { size: 9, line: 1.14, before: 5, after: 1, inset: 20 },
  remark: { size: 8.5, line: 1.14, before: 0, after: 1, inset: 20 },
  fact: { size: 9, line: 1.12, before: 0, after: 3, inset: 82 },
} as const satisfies Readonly<Record<string, PageSetting>>

function set(name: keyof typeof SETTINGS, ...texts: readonly string[]): SetBlock[] {
  return texts.map((text) => ({ text, setting: SETTINGS[name] }))
}

function measureBlocks(measure: Measure, { words }: Edition): SetBlock[] {
  const { title, statusLabel, summary, mark, sections, requests, dissent, notes } = measure
  return [
    set('measure', title),
    set('status', statusLabel),
    set('summary', marked(mark, nodesAsText(summary.nodes))),
    ...sections.flatMap((section) => [
      set('section', section.title),
      ...blocksAsData(section.nodes).map((block) => flowBlocks(block, mark)),
      ...picturesIn(section.nodes).flatMap((alt) => [
        set('picture', '\n'.repeat(PICTURE_LINES - 1)),
        set('text', alt),
      ]),
    ]),
    set('section', requests.length === 0 ? '' : words.requests),
    ...requests.map(({ addresseeLabel, nodes }) =>
      set('text', `${marked(mark, addresseeLabel)}\n${nodesAsText(nodes)}`),
    ),
    set('section', dissent.length === 0 ? '' : words.dissent),
    ...dissent.flatMap(({ collectiveName, stanceLabel, date, argument }) => [
      set('speaker', `${collectiveName}, ${stanceLabel}, ${date}`),
      set('statement', argument),
    ]),
    set('note', ...notes.map(({ nodes }) => nodesAsText(nodes))),
  ].flat()
}

function flowBlocks({ text, type, rows }: DataBlock, mark: string): SetBlock[] {
  if (rows === undefined) return set(SETTING_OF[type], marked(mark, text))
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const { size } = SETTINGS.row
  const lines = rows.map((row) =>
    Math.max(1, ...row.map((cell) => lineCount(cell, size, AREA.width / columns - CELL_PADDING))),
  )
  return set('row', ...lines.map((count) => '\n'.repeat(count - 1)))
}

const SETTING_OF = {
  paragraph: 'text',
  item: 'item',
  heading: 'section',
  quotation: 'quotation',
  table: 'row',
  code: 'code',
} as const

/** In points. */
const CELL_PADDING = 12

/** The height of the tallest picture, nine centimetres, in lines of text. */
const PICTURE_LINES = 19

function picturesIn(nodes: readonly FlowNode[]) {
  return nodes.flatMap(everyNode).flatMap((node) => (node.type === 'image' ? [node.alt ?? ''] : []))
}

// The mark beside a block number (« projet ») is printed in small type: half of its letters count.
function marked(mark: string, text: string) {
  return `${mark.slice(0, Math.ceil(mark.length / 2))} ${text}`
}

function workBlocks({ nodes, levelLabel, citedIn, reservations }: Work, { words }: Edition) {
  const cited = `${words.citedIn} ${citedIn.join(', ')}`
  const remark = [`${words.level} ${levelLabel}`, cited, reservations].filter(Boolean).join(' ')
  return [set('work', nodesAsText(nodes)), set('remark', remark)]
}

/**
 * The typography of a block, in points. `line` multiplies the line height of the font itself.
 * `inset` is the width lost on the sides.
 */
interface PageSetting {
  readonly size: number
  readonly line: number
  readonly before: number
  readonly after: number
  readonly inset?: number
  /** True to stay on the page of the next block. */
  readonly keep?: boolean
}

interface SetBlock {
  readonly text: string
  readonly setting: PageSetting
}

/**
 * An estimate of the number of pages. The text area is in points; the first page has no header.
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
function letterWidth(text: string) {
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
