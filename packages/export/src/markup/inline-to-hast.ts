import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import {
  type CrossReference,
  type InlineNode,
  type NoteCall,
  nodesAsText,
} from '../edition/nodes.ts'
import { isWebAddress } from '../web-address.ts'
import { callId, type NoteScope, noteId, ownLanguage, type Page } from './page.ts'

/** Inline nodes as HTML elements. Links to anything but the web or a mailbox become text. */
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

// Sets the language on the only element, or on a new `span`.
function inLanguage(content: ElementContent[], lang: string, { dialect }: Page): ElementContent[] {
  const [only, ...others] = content
  if (only?.type !== 'element' || others.length > 0)
    return content.length === 0 ? [] : [h('span', ownLanguage(lang, dialect), content)]
  Object.assign(only.properties, ownLanguage(lang, dialect))
  return content
}

function one(node: InlineNode, page: Page, scope: NoteScope): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }]
    case 'emphasis':
      return [h('em', inlineToHast(node.children, page, scope))]
    case 'strong':
      return [h('strong', inlineToHast(node.children, page, scope))]
    case 'delete':
    case 'deletion':
      return [h('del', inlineToHast(node.children, page, scope))]
    case 'insertion':
      return [h('ins', inlineToHast(node.children, page, scope))]
    case 'inlineCode':
      return [h('code', node.value)]
    case 'break':
      return [h('br')]
    case 'link':
      return link(node.url, inlineToHast(node.children, page, scope))
    case 'linkReference':
      return inlineToHast(node.children, page, scope)
    case 'image':
      return image(node.url, node.alt ?? '', page)
    case 'crossReference':
      return crossReference(node, page, scope)
    case 'noteCall':
      return [noteCall(node, page, scope)]
    default:
      return [{ type: 'text', value: nodesAsText([node]) }]
  }
}

function link(url: string, children: ElementContent[]): ElementContent[] {
  return isWebAddress(url) || /^mailto:/i.test(url) ? [h('a', { href: url }, children)] : children
}

function image(path: string, alt: string, page: Page): ElementContent[] {
  const src = page.srcOf(path)
  return src === null ? [{ type: 'text', value: alt }] : [h('img', { src, alt })]
}

function crossReference(node: CrossReference, page: Page, scope: NoteScope): ElementContent[] {
  const children = inlineToHast(node.children, page, scope)
  const href = page.hrefOf(node.target)
  return href === null ? children : [h('a', { href }, children)]
}

function noteCall(node: NoteCall, page: Page, scope: NoteScope): Element {
  const properties = {
    href: `#${noteId(scope, node.number)}`,
    id: callId(scope, node.number, node.call),
    ariaLabel: `${page.edition.words.note} ${node.number}`,
  }
  const asBook = page.dialect === 'epub' ? { role: 'doc-noteref', 'epub:type': 'noteref' } : {}
  return h('sup', h('a', { ...properties, ...asBook }, String(node.number)))
}
