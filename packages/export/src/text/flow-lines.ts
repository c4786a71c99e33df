import type { List, ListItem, PhrasingContent, Table } from 'mdast'
import {
  type CrossTarget,
  type Edition,
  type FlowNode,
  type InlineNode,
  labelled,
} from '../edition/edition.ts'
import { blockLines, itemLines, type TextPage, titleLines } from './page.ts'

/**
 * Blocks as plain text, each an array of lines. A Markdown list without blank lines is one block.
 */
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
function paragraphText(children: PhrasingContent[], { edition }: TextPage) {
  return (
    inlineText(children, edition) ||
    (children.some(({ type }) => type === 'image') ? `[${edition.words.image}]` : '')
  )
}

// Code is not wrapped. It starts on a new line when its number and status fill the left margin.
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
        const text = title === '' ? value : labelled(title, edition.language, value)
        return itemLines(text, index === 0 ? '- ' : '  ', page)
      })
  })
  const name = edition.words.table
  const named = titles.filter((title) => title !== '')
  const opening = named.length === 0 ? name : labelled(name, edition.language, named.join(', '))
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

/** Inline nodes as plain text: note calls in brackets, addresses after links, no emphasis. */
export function inlineText(nodes: readonly InlineNode[], edition: Edition): string {
  return nodes.map((node) => textOf(node, edition)).join('')
}

function textOf(node: InlineNode, edition: Edition): string {
  const { words, language } = edition
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.replace(/\s*\n\s*/g, ' ')
    case 'break':
      return '\n'
    case 'noteCall':
      return `[${node.number}]`
    case 'image':
      return imageInWords(node.alt ?? '', node.title ?? '', edition)
    case 'delete':
    case 'deletion':
      return inBrackets(labelled(words.struckOut, language), inlineText(node.children, edition))
    case 'insertion':
      return inBrackets(labelled(words.inserted, language), inlineText(node.children, edition))
    case 'link':
      return withAddress(inlineText(node.children, edition), node.url)
    case 'crossReference':
      return withPlace(inlineText(node.children, edition), node.target, edition)
    default:
      return 'children' in node ? inlineText(node.children, edition) : ''
  }
}

function inBrackets(label: string, text: string) {
  const [, before = '', inner = '', after = ''] = /^( *)(?! )(.*?)(?<! )( *)$/s.exec(text) ?? []
  return inner === '' ? `[${label} ${text}]` : `${before}[${label} ${inner}]${after}`
}

function imageInWords(alt: string, title: string, { words, language }: Edition) {
  if (alt === '' && title === '') return ''
  return `[${alt === '' ? words.image : labelled(words.image, language, alt)}] ${title}`.trimEnd()
}

function withAddress(words: string, url: string) {
  const address = url.replace(/^mailto:/i, '')
  return words === address ? words : `${words} <${address}>`
}

// Adds the number of the target.
function withPlace(label: string, target: CrossTarget, { chapters, words }: Edition) {
  if (target.kind === 'work' || label.includes('§')) return label
  const chapter =
    target.kind === 'measure' ? undefined : chapters.find(({ id }) => id === target.id)
  if (chapter !== undefined) return `${label} (${words.axis.toLowerCase()}\u00A0${chapter.number})`
  const measure = chapters.flatMap(({ measures }) => measures).find(({ id }) => id === target.id)
  return measure === undefined ? label : `${label} (§${measure.number})`
}
