import type { List, ListItem, PhrasingContent, Table } from 'mdast'
import { labelled } from '../edition/labels.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { inlineText } from './inline-text.ts'
import { blockLines, itemLines, type TextPage, titleLines } from './page.ts'

/** Blocks as plain text, each a list of lines. A list without blank lines is one block. */
export function flowLines(nodes: readonly FlowNode[], page: TextPage): string[][] {
  return nodes
    .flatMap((node) => blocksOf(node, page))
    .filter((lines) => lines.some((line) => line !== ''))
}

function blocksOf(node: FlowNode, page: TextPage): string[][] {
  const number = node.data?.number ?? ''
  switch (node.type) {
    case 'paragraph':
      return [blockLines(paragraphText(node.children, page), page, number)]
    case 'heading':
      return [titleLines(inlineText(node.children, page.edition), '.')]
    case 'thematicBreak':
      return [blockLines('* * *', page)]
    case 'code':
      return [codeLines(node.value, page, number)]
    case 'table':
      return [tableLines(node, page, number)]
    case 'blockquote':
      return flowLines(node.children, inside(page, 4))
    case 'list':
      return listLines(node, page)
    default:
      return []
  }
}

// A picture without description must show, since it is a numbered block.
function paragraphText(children: PhrasingContent[], { edition }: TextPage): string {
  return (
    inlineText(children, edition) ||
    (children.some(({ type }) => type === 'image') ? `[${edition.words.image}]` : '')
  )
}

// Code is not wrapped. It starts below its number if the status fills the line.
function codeLines(value: string, page: TextPage, number: string): string[] {
  const indent = ' '.repeat(page.gutter + page.indent)
  const [opening = ''] = blockLines('', page, number)
  const [first = '', ...others] = value.split('\n')
  const beginning =
    opening.length < indent.length
      ? [opening.padEnd(indent.length) + first]
      : [opening, indent + first]
  return [...beginning, ...others.map((line) => indent + line)]
}

// Writes each cell after its column header: easy to read aloud, at any width.
function tableLines(
  { children: [head, ...rows] }: Table,
  page: TextPage,
  number: string,
): string[] {
  const { edition } = page
  const titles = head?.children.map((cell) => inlineText(cell.children, edition)) ?? []
  const lines = rows.flatMap((row) => {
    const cells = row.children.map(
      (cell, index) => [titles[index] ?? '', inlineText(cell.children, edition)] as const,
    )
    return cells
      .filter(([, value]) => value !== '')
      .flatMap(([title, value], index) => {
        const text = title === '' ? value : `${labelled(title, edition.language)} ${value}`
        return itemLines(text, index === 0 ? '- ' : '  ', page)
      })
  })
  const name = edition.words.table
  const named = titles.filter((title) => title !== '')
  const opening =
    named.length === 0 ? name : `${labelled(name, edition.language)} ${named.join(', ')}`
  return [...blockLines(opening, page, number), ...lines]
}

function listLines(list: List, page: TextPage): string[][] {
  const items = list.children.map((item, index) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '- '
    return itemBlocks(item, page, marker)
  })
  return list.spread === true ? items.flat() : [items.flatMap((blocks) => blocks.flat())]
}

function itemBlocks(item: ListItem, page: TextPage, marker: string): string[][] {
  const number = item.data?.number ?? ''
  const [first, ...others] = item.children
  const opening = first?.type === 'paragraph' ? paragraphText(first.children, page) : ''
  const blocks = first?.type === 'paragraph' ? others : item.children
  return [
    blockLines(opening, page, number, marker),
    ...flowLines(blocks, inside(page, marker.length)),
  ]
}

function inside(page: TextPage, columns: number): TextPage {
  return { ...page, indent: page.indent + columns }
}
