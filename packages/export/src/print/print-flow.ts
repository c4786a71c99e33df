import type {
  BlockContent,
  Data,
  List,
  ListItem,
  Nodes,
  Paragraph,
  RootContent,
  Table,
} from 'mdast'
import type { FlowNode } from '../edition/nodes.ts'
import type { Press } from './press.ts'
import { printInlines } from './print-inlines.ts'

/**
 * Blocks as printed, each with its number and its rank in the source. A list item bears one number
 * for its own paragraphs; other blocks in it, and the items of lists in it, bear theirs. Raw HTML,
 * definitions and paragraphs with nothing left in them are not printed.
 */
export function printFlow(nodes: readonly RootContent[], press: Press): FlowNode[] {
  return nodes.flatMap((node) => printBlock(node, press))
}

function printBlock(node: RootContent, press: Press): FlowNode[] {
  switch (node.type) {
    case 'paragraph':
      return printParagraph(node, press, press.nextNumber)
    case 'heading': {
      const children = printInlines(node.children, press, node.data?.lang)
      const depth = node.depth === 1 || node.depth === 2 ? 3 : node.depth
      return children.length === 0
        ? []
        : [{ type: 'heading', depth, data: dataOf(node, press, ''), children }]
    }
    case 'thematicBreak':
      return [{ type: 'thematicBreak', data: dataOf(node, press, '') }]
    case 'code':
      return [
        {
          type: 'code',
          lang: node.lang ?? null,
          value: node.value,
          data: dataOf(node, press, press.nextNumber()),
        },
      ]
    case 'table':
      return [printTable(node, press)]
    case 'blockquote': {
      const children = blocksOnly(printFlow(node.children, press))
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }
    case 'list':
      return [printList(node, press)]
    default:
      return []
  }
}

function printParagraph(node: Paragraph, press: Press, nextNumber: () => string): Paragraph[] {
  const children = printInlines(node.children, press, node.data?.lang)
  return children.length === 0
    ? []
    : [{ type: 'paragraph', data: dataOf(node, press, nextNumber()), children }]
}

function printTable(node: Table, press: Press): Table {
  const data = dataOf(node, press, press.nextNumber())
  // A row may be longer than the first, or shorter: none of its words is lost, and all are set in
  // one grid.
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  const children = node.children.map((row) => ({
    type: 'tableRow' as const,
    children: Array.from({ length: width }, (_, column) => {
      const { children = [], data } = row.children[column] ?? {}
      return {
        type: 'tableCell' as const,
        ...(data?.lang === undefined ? {} : { data: { lang: data.lang } }),
        children: printInlines(children, press, data?.lang),
      }
    }),
  }))
  return { type: 'table', align: node.align ?? null, data, children }
}

function printList(node: List, press: Press): List {
  return {
    type: 'list',
    ordered: node.ordered ?? false,
    ...(node.ordered === true ? { start: node.start ?? 1 } : {}),
    spread: node.spread ?? false,
    children: node.children.map((item) => printItem(item, press)),
  }
}

function printItem(item: ListItem, press: Press): ListItem {
  const number = item.children.some(({ type }) => type === 'paragraph') ? press.nextNumber() : ''
  const children = item.children.flatMap((child): FlowNode[] =>
    child.type === 'paragraph' ? printParagraph(child, press, () => '') : printBlock(child, press),
  )
  return {
    type: 'listItem',
    spread: item.spread ?? false,
    ...(number === '' ? {} : { data: { number } }),
    children: blocksOnly(children),
  }
}

function blocksOnly(nodes: readonly FlowNode[]): BlockContent[] {
  return nodes.filter((node): node is BlockContent => BLOCKS.has(node.type))
}

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'thematicBreak',
  'code',
  'table',
  'blockquote',
  'list',
])

function dataOf(node: Nodes, press: Press, number: string): Data {
  const ordinal = press.ordinals.get(node)
  return {
    ...(number === '' ? {} : { number }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...saidOf(node),
  }
}

function saidOf({ data: { id, lang } = {} }: Nodes): Data {
  return { ...(id === undefined ? {} : { id }), ...(lang === undefined ? {} : { lang }) }
}
