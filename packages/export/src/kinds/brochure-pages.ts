import { type DataBlock, dataBlocks } from '../data/data-blocks.ts'
import { type Edition, noticesOf, type Work } from '../edition/edition.ts'
import type { Measure, Statement } from '../edition/measure.ts'
import { type FlowNode, type InlineNode, nodesAsText } from '../edition/nodes.ts'
import { lineCount, type PageSetting, pageCount, type SetBlock } from './page-count.ts'

/** The most pages of a brochure: three sheets folded in two. */
export const BROCHURE_PAGES = 12

/** An upper estimate of the A5 pages of an edition, typeset as a brochure. */
export function brochurePages(edition: Edition): number {
  const { title, subtitle, publisher, words, bibliography } = edition
  const blocks = [
    set('subject')(publisher),
    set('title')(title),
    ...[subtitle, `${words.edition} ${edition.edition}`, edition.date].map(set('subject')),
    ...noticesOf(edition).map(set('notice')),
    ...edition.chapters.flatMap((chapter) => [
      set('chapter')(`${words.axis}\n${chapter.title}`),
      ...chapter.measures.flatMap(measureBlocks(edition)),
    ]),
    ...(bibliography.length === 0
      ? []
      : [set('chapter')(words.bibliography), ...bibliography.flatMap(workBlocks(edition))]),
    set('chapter')(words.colophon),
    ...[edition.identifier, edition.date, publisher, edition.licence, edition.contact].map(
      set('fact'),
    ),
  ]
  return pageCount(
    blocks.filter(({ text }) => text !== ''),
    AREA,
  )
}

/** A5 without margins, number column, and two lines each of header and footer. */
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

function set(name: keyof typeof SETTINGS): (text: string) => SetBlock {
  return (text) => ({ text, setting: SETTINGS[name] })
}

function measureBlocks({ words }: Edition): (measure: Measure) => SetBlock[] {
  return ({ title, statusLabel, summary, mark, sections, requests, dissent, notes }) => [
    set('measure')(title),
    set('status')(statusLabel),
    set('summary')(marked(mark, nodesAsText(summary.nodes))),
    ...sections.flatMap((section) => [
      set('section')(section.title),
      ...dataBlocks(section.nodes).flatMap((block) => flowBlocks(block, mark)),
      ...picturesIn(section.nodes).flatMap((alt) => [
        set('picture')('\n'.repeat(PICTURE_LINES - 1)),
        set('text')(alt),
      ]),
    ]),
    ...(requests.length === 0 ? [] : [set('section')(words.requests)]),
    ...requests.map(({ addresseeLabel, nodes }) =>
      set('text')(`${marked(mark, addresseeLabel)}\n${nodesAsText(nodes)}`),
    ),
    ...(dissent.length === 0 ? [] : [set('section')(words.dissent)]),
    ...dissent.flatMap(statementBlocks),
    ...notes.map(({ nodes }) => set('note')(nodesAsText(nodes))),
  ]
}

function flowBlocks({ text, type, rows }: DataBlock, mark: string): SetBlock[] {
  if (rows === undefined) return [set(SETTING_OF[type])(marked(mark, text))]
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const { size } = SETTINGS.row
  const lines = rows.map((row) =>
    Math.max(1, ...row.map((cell) => lineCount(cell, size, AREA.width / columns - CELL_PADDING))),
  )
  return lines.map((count) => set('row')('\n'.repeat(count - 1)))
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

function picturesIn(nodes: readonly (FlowNode | InlineNode)[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'image' ? [node.alt ?? ''] : 'children' in node ? picturesIn(node.children) : [],
  )
}

// The mark is set in letters half as wide.
function marked(mark: string, text: string): string {
  return `${mark.slice(0, Math.ceil(mark.length / 2))} ${text}`
}

function statementBlocks({ collectiveName, stanceLabel, date, argument }: Statement): SetBlock[] {
  return [set('speaker')(`${collectiveName}, ${stanceLabel}, ${date}`), set('statement')(argument)]
}

function workBlocks({ words }: Edition): (work: Work) => SetBlock[] {
  return ({ nodes, levelLabel, citedIn, reservations }) => [
    set('work')(nodesAsText(nodes)),
    set('remark')(
      [`${words.level} ${levelLabel}`, `${words.citedIn} ${citedIn.join(', ')}`, reservations]
        .filter((text) => text !== '')
        .join(' '),
    ),
  ]
}
