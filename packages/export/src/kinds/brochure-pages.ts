import { type DataBlock, dataBlocks } from '../edition/data-blocks.ts'
import { type Edition, noticesOf, type Work } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import { everyNode, type FlowNode, nodesAsText } from '../edition/nodes.ts'
import { lineCount, type PageSetting, pageCount, type SetBlock } from './page-count.ts'

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

/** A5 in points, without margins, number column, header and footer. */
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
      ...dataBlocks(section.nodes).map((block) => flowBlocks(block, mark)),
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

const CELL_PADDING = 12

/** The height of the tallest picture, nine centimetres, in lines of text. */
const PICTURE_LINES = 19

function picturesIn(nodes: readonly FlowNode[]): string[] {
  return nodes.flatMap(everyNode).flatMap((node) => (node.type === 'image' ? [node.alt ?? ''] : []))
}

// The status is set in letters half as wide: half of them count.
function marked(mark: string, text: string): string {
  return `${mark.slice(0, Math.ceil(mark.length / 2))} ${text}`
}

function workBlocks({ nodes, levelLabel, citedIn, reservations }: Work, { words }: Edition) {
  const cited = `${words.citedIn} ${citedIn.join(', ')}`
  const remark = [`${words.level} ${levelLabel}`, cited, reservations].filter(Boolean).join(' ')
  return [set('work', nodesAsText(nodes)), set('remark', remark)]
}
