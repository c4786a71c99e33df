import type { Element, ElementContent } from 'hast'
import { type Child, h } from 'hastscript'
import type { Image, List, ListItem, Paragraph } from 'mdast'
import type { FlowNode } from '../edition/nodes.ts'
import { heading } from './heading.ts'
import { inlineToHast } from './inline-to-hast.ts'
import { idOf, type NoteScope, numberBefore, ownLanguage, type Page } from './page.ts'
import { tableToHast } from './table-to-hast.ts'

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
      const image = loneImage(node, page)
      if (image === null) return numbered('p', content)
      return numbered('figure', content, image.title ? h('figcaption', image.title) : null)
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
      return inlineToHast(
        'children' in node || node.type === 'text'
          ? ([node] as Parameters<typeof inlineToHast>[0])
          : [],
        page,
        scope,
      )
  }
}

/** A picture alone in its paragraph, printed as a figure; `null` in any other paragraph. */
function loneImage({ children: [image, ...others] }: Paragraph, page: Page): Image | null {
  return image?.type === 'image' && others.length === 0 && page.srcOf(image.url) !== null
    ? image
    : null
}

function list(node: List, page: Page, scope: NoteScope): Element {
  const items = node.children.map((item) =>
    listItem(item, node.spread === true || item.spread === true, page, scope),
  )
  if (!node.ordered) return h('ul', items)
  return h('ol', { start: node.start === 1 ? null : node.start }, items)
}

function listItem(item: ListItem, loose: boolean, page: Page, scope: NoteScope): Element {
  const number = item.data?.number
  const lang = loose
    ? undefined
    : item.children.find((child) => child.type === 'paragraph')?.data?.lang
  const children = item.children.flatMap((child, index): ElementContent[] => {
    // The first paragraph does not repeat the number of its item.
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
