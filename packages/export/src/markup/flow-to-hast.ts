import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { List, ListItem, Paragraph } from 'mdast'
import type { FlowNode } from '../edition/nodes.ts'
import { heading } from './heading.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { idOf, type NoteScope, numberBefore, ownLanguage, type Page } from './page.ts'
import { tableToHast } from './table-to-hast.ts'

/**
 * Blocks as HTML elements, with their numbers. Headings start one level below `under` and skip no
 * level, even if the source does: screen readers move by level.
 */
export function flowToHast(
  nodes: readonly FlowNode[],
  page: Page,
  scope: NoteScope,
  under = page.shift + 2,
): ElementContent[] {
  const highest = nodes.reduce(
    (least, node) => (node.type === 'heading' ? Math.min(least, node.depth) : least),
    Infinity,
  )
  let level = under
  return nodes.flatMap((node) => {
    if (node.type !== 'heading') return one(node, page, scope)
    level = Math.min(under + 1 + node.depth - highest, level + 1)
    const { id, lang } = node.data ?? {}
    return [
      heading(level, inlineToHast(node.children, page, scope), {
        ...(id ? { id } : {}),
        ...ownLanguage(lang, page.dialect),
      }),
    ]
  })
}

function one(node: FlowNode, page: Page, scope: NoteScope): ElementContent[] {
  const number = node.data?.number
  switch (node.type) {
    case 'paragraph':
      return [figureToHast(node, page, scope) ?? paragraph(node, page, scope)]
    case 'list':
      return [list(node, page, scope)]
    case 'table':
      return [tableToHast(node, page, scope)]
    case 'blockquote':
      return [
        h(
          'blockquote',
          idOf(number),
          numberBefore(number, page),
          flowToHast(node.children, page, scope),
        ),
      ]
    case 'code':
      return [
        h('div.bloc', idOf(number), numberBefore(number, page), h('pre', h('code', node.value))),
      ]
    case 'thematicBreak':
      return [h('hr')]
    default:
      return inlineToHast(
        'children' in node || node.type === 'text'
          ? ([node] as Parameters<typeof inlineToHast>[0])
          : [],
        page,
        scope,
      )
  }
}

function paragraph({ children, data }: Paragraph, page: Page, scope: NoteScope): Element {
  const attributes = { ...idOf(data?.number), ...ownLanguage(data?.lang, page.dialect) }
  return h('p', attributes, numberBefore(data?.number, page), inlineToHast(children, page, scope))
}

function list(node: List, page: Page, scope: NoteScope): Element {
  const items = node.children.map((item) =>
    listItem(item, node.spread === true || item.spread === true, page, scope),
  )
  if (!node.ordered) return h('ul', items)
  return h('ol', node.start != null && node.start !== 1 ? { start: node.start } : {}, items)
}

function listItem(item: ListItem, loose: boolean, page: Page, scope: NoteScope): Element {
  const number = item.data?.number
  const lang = loose
    ? undefined
    : item.children.find((child) => child.type === 'paragraph')?.data?.lang
  const children = item.children.flatMap((child, index): ElementContent[] => {
    const [element] =
      index === 0 && child.type === 'paragraph' ? [withoutRepeat(child, number)] : [child]
    if (!loose && element.type === 'paragraph' && !element.data?.number)
      return inlineToHast(element.children, page, scope)
    return flowToHast([element], page, scope)
  })
  return h(
    'li',
    { ...idOf(number), ...ownLanguage(lang, page.dialect) },
    numberBefore(number, page),
    children,
  )
}

/** A paragraph without its number when that of its list item is the same. */
function withoutRepeat(paragraph: Paragraph, items: string | undefined): Paragraph {
  const { number, ...data } = paragraph.data ?? {}
  return { ...paragraph, data: number && number !== items ? { ...data, number } : data }
}

/** A picture alone in its paragraph, with its caption; `null` for any other paragraph. */
function figureToHast({ children, data }: Paragraph, page: Page, scope: NoteScope): Element | null {
  const [image, ...others] = children
  if (image?.type !== 'image' || others.length > 0 || page.srcOf(image.url) === null) return null
  const caption = image.title ? [h('figcaption', image.title)] : []
  return h(
    'figure',
    { ...idOf(data?.number), ...ownLanguage(data?.lang, page.dialect) },
    numberBefore(data?.number, page),
    inlineToHast([image], page, scope),
    caption,
  )
}
