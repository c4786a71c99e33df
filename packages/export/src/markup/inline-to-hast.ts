import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type InlineNode, type NoteCall, nodesAsText } from '../edition/nodes.ts'
import { isWebAddress } from '../web-address.ts'
import { callId, type NoteScope, noteId, ownLanguage, type Page } from './page.ts'

/** Inline nodes as HTML elements. External links stay links only for web and mail addresses. */
export function inlineToHast(
  nodes: readonly InlineNode[],
  page: Page,
  scope: NoteScope,
): ElementContent[] {
  return nodes.flatMap((node) => {
    const content = one(node, page, scope)
    return node.data?.lang === undefined ? content : inLanguage(content, node.data.lang, page)
  })
}

function inLanguage(content: ElementContent[], lang: string, { dialect }: Page): ElementContent[] {
  const [only, ...others] = content
  if (only?.type !== 'element' || others.length > 0)
    return content.length === 0 ? [] : [h('span', ownLanguage(lang, dialect), content)]
  Object.assign(only.properties, ownLanguage(lang, dialect))
  return content
}

function one(node: InlineNode, page: Page, scope: NoteScope): ElementContent[] {
  const tag = TAGS[node.type]
  const children = 'children' in node ? inlineToHast(node.children, page, scope) : []
  if (tag !== undefined) return [h(tag, children)]
  switch (node.type) {
    case 'inlineCode':
      return [h('code', node.value)]
    case 'link':
      return isWebAddress(node.url) || /^mailto:/i.test(node.url)
        ? [h('a', { href: node.url }, children)]
        : children
    case 'linkReference':
      return children
    case 'image': {
      const src = page.srcOf(node.url)
      const alt = node.alt ?? ''
      return src === null ? [{ type: 'text', value: alt }] : [h('img', { src, alt })]
    }
    case 'crossReference': {
      const href = page.hrefOf(node.target)
      return href === null ? children : [h('a', { href }, children)]
    }
    case 'noteCall':
      return [noteCall(node, page, scope)]
    default:
      return [{ type: 'text', value: nodesAsText([node]) }]
  }
}

const TAGS: Readonly<Partial<Record<InlineNode['type'], string>>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  deletion: 'del',
  insertion: 'ins',
  break: 'br',
}

function noteCall({ number, call }: NoteCall, page: Page, scope: NoteScope) {
  const properties = {
    href: `#${noteId(scope, number)}`,
    id: callId(scope, number, call),
    ariaLabel: `${page.edition.words.note} ${number}`,
    ...(page.dialect === 'epub' ? { role: 'doc-noteref', 'epub:type': 'noteref' } : {}),
  }
  return h('sup', h('a', properties, String(number)))
}
