import type { Element, ElementContent } from 'hast'
import { type Child, h } from 'hastscript'
import type { List, ListItem, Table, TableCell, TableRow } from 'mdast'
import {
  type FlowNode,
  headsColumns,
  type InlineNode,
  loneImage,
  type Note,
  nodesAsText,
} from '../edition/nodes.ts'
import { inlineToHast } from './inline-to-hast.ts'
import {
  callId,
  heading,
  idOf,
  type NoteScope,
  noteId,
  numberBefore,
  ownLanguage,
  type Page,
  unlessEmpty,
} from './page.ts'

/**
 * Blocks as HTML elements, with their numbers. The first heading has the level `under + 1`. No
 * level is skipped, even if the source skips one: screen readers move by level.
 */
export function flowToHast(
  nodes: readonly FlowNode[],
  page: Page,
  scope: NoteScope,
  under = page.shift + 2,
): ElementContent[] {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? node.depth : []))
  const highest = Math.min(...new Set(depths))
  let level = under
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return one(node, page, scope)
    level = Math.min(under + 1 + node.depth - highest, level + 1)
    const { id, lang } = node.data ?? {}
    const properties = { ...(id && { id }), ...ownLanguage(lang, page.dialect) }
    return [heading(level, inlineToHast(node.children, page, scope), properties)]
  })
}

function one(node: FlowNode, page: Page, scope: NoteScope): ElementContent[] {
  const { number, lang } = node.data ?? {}
  const numbered = (selector: string, ...content: Child[]) => [
    h(
      selector,
      { ...idOf(number), ...ownLanguage(lang, page.dialect) },
      numberBefore(number, page),
      ...content,
    ),
  ]
  switch (node.type) {
    case 'paragraph': {
      const content = inlineToHast(node.children, page, scope)
      const image = loneImage(node)
      return image === undefined || page.srcOf(image.url) === null
        ? numbered('p', content)
        : numbered('figure', content, image.title ? h('figcaption', image.title) : null)
    }
    case 'list':
      return [list(node, page, scope)]
    case 'table':
      return [tableToHast(node, page, scope)]
    case 'blockquote':
      return numbered('blockquote', flowToHast(node.children, page, scope))
    case 'code':
      return numbered('div.bloc', h('pre', h('code', node.value)))
    case 'thematicBreak':
      return [h('hr')]
    default:
      return 'children' in node || node.type === 'text'
        ? inlineToHast([node] as InlineNode[], page, scope)
        : []
  }
}

function list(node: List, page: Page, scope: NoteScope) {
  const items = node.children.map((item) =>
    listItem(item, node.spread === true || item.spread === true, page, scope),
  )
  return node.ordered
    ? h('ol', { start: node.start === 1 ? null : node.start }, items)
    : h('ul', items)
}

// In a `loose` list (with blank lines), each paragraph is a `p` element.
function listItem(item: ListItem, loose: boolean, page: Page, scope: NoteScope): Element {
  const number = item.data?.number
  const lang = loose
    ? undefined
    : item.children.find((child) => child.type === 'paragraph')?.data?.lang
  const children = item.children.flatMap((child, index): ElementContent[] => {
    const isRepeated = index === 0 && child.data?.number === number
    const isNumbered = Boolean(child.data?.number) && !isRepeated
    if (child.type === 'paragraph' && !loose && !isNumbered)
      return inlineToHast(child.children, page, scope)
    const { number: _, ...data } = child.data ?? {}
    const own = child.type === 'paragraph' && isRepeated ? { ...child, data } : child
    return flowToHast([own], page, scope)
  })
  return h(
    'li',
    { ...idOf(number), ...ownLanguage(lang, page.dialect) },
    numberBefore(number, page),
    children,
  )
}

function tableToHast(node: Table, page: Page, scope: NoteScope): Element {
  const [head, ...body] = node.children
  const rowsIn = (rows: readonly TableRow[], isHeader: boolean) =>
    rows.map(({ children }) =>
      h(
        'tr',
        children.map((cell, column) =>
          cellToHast(cell, isHeader, node.align?.[column] ?? 'left', page, scope),
        ),
      ),
    )
  const hasHead = head !== undefined && (headsColumns(head) || body.length === 0)
  const table = h('table', [
    hasHead ? h('thead', rowsIn([head], true)) : null,
    unlessEmpty('tbody', rowsIn(body, false)),
  ])
  const number = node.data?.number
  return h(
    'div.bloc',
    idOf(number),
    numberBefore(number, page),
    scrollable(table, label(node, page, scope), page),
  )
}

/** Puts wide `content` in a frame that scrolls, also with the keyboard. An EPUB gets no frame. */
export function scrollable(content: Element, name: string, page: Page): Element {
  return page.dialect === 'epub'
    ? content
    : h('div.wide', { role: 'region', ariaLabel: name, tabIndex: 0 }, content)
}

function cellToHast(
  { children, data }: TableCell,
  isHeader: boolean,
  align: string,
  page: Page,
  scope: NoteScope,
) {
  const content = inlineToHast(children, page, scope)
  const className = [align, LONG_WORD.test(nodesAsText(children)) ? 'long' : 'left'].filter(
    (name) => name !== 'left',
  )
  const isHeading = isHeader && content.length > 0
  const properties = {
    scope: isHeading ? 'col' : null,
    className: className.length > 0 ? className : null,
    ...ownLanguage(data?.lang, page.dialect),
  }
  return h(isHeading ? 'th' : 'td', properties, content)
}

/** A long word, usually an address, must break: it would push columns off the page. */
const LONG_WORD = /\S{30}/

/** The name of a table for screen readers, with a number to tell tables on a page apart. */
function label({ data }: Table, page: Page, scope: NoteScope) {
  const { table } = page.edition.words
  if (data?.number) return `${table} §${data.number}`
  return data?.ordinal === undefined ? table : `${table} ${scope.replace(/^a/, '')}.${data.ordinal}`
}

/** The notes of an axis or a proposal, with links back to their calls; empty without notes. */
export function notesToHast(notes: readonly Note[], page: Page, scope: NoteScope): Element[] {
  if (notes.length === 0) return []
  const name = listName(page, scope)
  const items = notes.map((note, index) => {
    const id = noteId(scope, note.number)
    const value = note.number === index + 1 ? null : note.number
    if (page.dialect === 'html') return h('li', { id, value }, printed(note, page, scope))
    const properties = { id, role: 'doc-footnote', 'epub:type': 'footnote' }
    return h('aside', properties, printed(note, page, scope, `${note.number}.\u00A0`))
  })
  if (page.dialect === 'html')
    return [h('section.notes', heading(page.shift + 2, name), h('ol', items))]
  // No heading: a reading system may show notes only in popups.
  const properties = { role: 'doc-endnotes', 'epub:type': 'endnotes', ariaLabel: name }
  return [h('section.notes', properties, items)]
}

function listName({ edition: { words }, shift }: Page, scope: NoteScope) {
  if (shift === 0 || scope === 'a0') return words.notes
  const owner = scope.startsWith('a')
    ? `${words.axis.toLowerCase()} ${scope.slice(1)}`
    : `§${scope}`
  return `${words.notes}, ${owner}`
}

function printed(note: Note, page: Page, scope: NoteScope, before = ''): ElementContent[] {
  const blocks = flowToHast(note.nodes, page, scope)
  const last = blocks.at(-1)
  // After a list or a table, the link back needs a paragraph of its own.
  const paragraph =
    last?.type === 'element' && last.tagName === 'p'
      ? last
      : h('p', `${page.edition.words.backToCall} ${note.number}`)
  if (paragraph !== last) blocks.push(paragraph)
  paragraph.children.push(...backLinks(note, page, scope))
  if (before === '') return blocks
  const first = blocks[0]
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', before.trim()), ...blocks]
  first.children.unshift({ type: 'text', value: before })
  return blocks
}

function backLinks(note: Note, page: Page, scope: NoteScope): ElementContent[] {
  return Array.from({ length: note.calls }, (_, index) => index + 1).flatMap((nth) => {
    const letter = note.calls > 1 ? letterOf(nth) : ''
    const ariaLabel = [page.edition.words.backToCall, note.number, letter].filter(Boolean).join(' ')
    const href = `#${callId(scope, note.number, nth)}`
    const asBook = page.dialect === 'epub' ? { className: ['back'], role: 'doc-backlink' } : {}
    const link = h('a', { href, ariaLabel, ...asBook }, nth === 1 ? `↑${letter}` : letter)
    return [{ type: 'text', value: '\u00A0' }, link]
  })
}

/** 1 is `a`, 26 `z`, 27 `aa`. */
function letterOf(nth: number): string {
  return nth === 0
    ? ''
    : letterOf(Math.floor((nth - 1) / 26)) + String.fromCharCode(97 + ((nth - 1) % 26))
}
