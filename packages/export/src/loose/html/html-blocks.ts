import type {
  BlockContent,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast'
import { markBlocks } from '../language-marks.ts'
import { htmlLanguage, htmlPhrases } from './html-phrases.ts'
import { BLOCK_TAGS, type HtmlContent, type HtmlElement, htmlText, parseHtml } from './html-tree.ts'

type Position = Nodes['position']

/** Converts raw HTML to Markdown blocks. The words of tags that Markdown lacks are kept. */
export function htmlBlocks(html: string, position: Position): RootContent[] {
  return placed(blocksOf(parseHtml(html)), position)
}

function blocksOf(nodes: HtmlContent): RootContent[] {
  const blocks: RootContent[] = []
  let line: (HtmlElement | string)[] = []
  const endLine = (): void => {
    blocks.push(...paragraph(htmlPhrases(line)))
    line = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !holdsBlocks(node)) line.push(node)
    else {
      endLine()
      for (const block of markBlocks(blockOf(node), htmlLanguage(node.attributes)))
        blocks.push(block)
    }
  }
  endLine()
  return blocks
}

function holdsBlocks({ tag, children }: HtmlElement): boolean {
  return (
    BLOCK_TAGS.has(tag) || children.some((child) => typeof child !== 'string' && holdsBlocks(child))
  )
}

function blockOf(element: HtmlElement): RootContent[] {
  const { tag, children } = element
  const [, depth] = /^h([1-6])$/.exec(tag) ?? []
  if (depth !== undefined) {
    const words = htmlPhrases(children)
    return words.length === 0
      ? []
      : [{ type: 'heading', depth: Number(depth) as 1, children: words }]
  }
  switch (tag) {
    case 'ul':
    case 'menu':
    case 'ol':
      return listOf(element)
    case 'table':
      return tableOf(element)
    case 'pre':
      return [{ type: 'code', lang: null, value: htmlText(children).replace(/^\n/, '').trimEnd() }]
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(children) as BlockContent[] }]
    case 'summary':
    case 'dt':
      return paragraph(htmlPhrases(children)).map((line) => ({
        ...line,
        children: [{ type: 'strong', children: line.children }],
      }))
    default:
      return blocksOf(children)
  }
}

function paragraph(children: PhrasingContent[]): Extract<RootContent, { type: 'paragraph' }>[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function listOf({ tag, attributes, children }: HtmlElement): List[] {
  const items = children.flatMap((child): ListItem[] => {
    const isItem = typeof child !== 'string' && child.tag === 'li'
    const wording = blocksOf(isItem ? child.children : [child]) as BlockContent[]
    return wording.length === 0 ? [] : [{ type: 'listItem', spread: false, children: wording }]
  })
  const ordered = tag === 'ol'
  const given = Math.trunc(Number(attributes.get('start') ?? 1))
  const start = given >= 0 && given < 1e9 ? given : 1
  return items.length === 0
    ? []
    : [{ type: 'list', ordered, ...(ordered && { start }), spread: false, children: items }]
}

// A Markdown table starts with a header: an empty one is added when the HTML has none.
function tableOf(table: HtmlElement): RootContent[] {
  const rows = rowsIn(table)
  const [first] = rows
  const caption = table.children.flatMap((child) =>
    typeof child !== 'string' && child.tag === 'caption' ? blocksOf(child.children) : [],
  )
  if (first === undefined) return blocksOf(table.children)
  const rowOf = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((words) => ({ type: 'tableCell', children: words })),
  })
  const written = rows.map((row) =>
    rowOf(cellsOf(row).map(({ children }) => htmlPhrases(children))),
  )
  const heads = cellsOf(first)
  if (heads.some(({ tag }) => tag !== 'th')) written.unshift(rowOf(heads.map(() => [])))
  return [...caption, { type: 'table', align: [], children: written }]
}

function rowsIn({ children }: HtmlElement): HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.tag === 'tr') return cellsOf(child).length === 0 ? [] : [child]
    return child.tag === 'table' || child.tag === 'caption' ? [] : rowsIn(child)
  })
}

function cellsOf({ children }: HtmlElement): HtmlElement[] {
  return children.filter(
    (child): child is HtmlElement =>
      typeof child !== 'string' && (child.tag === 'td' || child.tag === 'th'),
  )
}

/** Gives blocks the position of the HTML. Texts get an empty range at the start of the HTML. */
function placed<Kind extends Nodes>(nodes: readonly Kind[], position: Position): Kind[] {
  if (position === undefined) return [...nodes]
  const nowhere = { start: position.start, end: position.start }
  return nodes.map((node): Kind => {
    const children =
      'children' in node ? { children: placed(node.children as Nodes[], position) } : {}
    return { ...node, ...children, position: node.type === 'text' ? nowhere : position }
  })
}
