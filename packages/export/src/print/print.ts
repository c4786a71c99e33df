import { type Citation, unfoldedText } from '@cahier/prose'
import type {
  BlockContent,
  Data,
  FootnoteReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { type FlowNode, lastCharacter } from '../edition/nodes.ts'
import { citationKey, citationText } from './citation-text.ts'
import { isInAnotherLanguage, unfolded } from './house-style.ts'
import { clingingCalls, withoutCalls } from './notes.ts'
import type { Press } from './press.ts'

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

/**
 * The inline nodes of one block as printed: citations and notes called, links resolved, raw HTML
 * gone, typography applied where they are in the edition's language. `lang` is what the block says
 * of its own.
 */
export function printInlines(
  nodes: readonly PhrasingContent[],
  press: Press,
  lang?: string,
): PhrasingContent[] {
  const printed = clingingCalls(nodes.flatMap((node) => printInline(node, press)))
  const { language, typeset } = press.house
  const isForeign =
    lang === undefined
      ? isInAnotherLanguage(nodes.map(unfoldedText).join(''), language)
      : lang.toLowerCase().split('-')[0] !== language
  return isForeign ? unfolded(printed) : typeset(printed)
}

// What says its language says so in print.
function printInline(node: PhrasingContent, press: Press): PhrasingContent[] {
  const printed = printWords(node, press)
  const lang = node.data?.lang
  if (lang === undefined) return printed
  return printed.map((one) =>
    one.type === 'noteCall' ? one : ({ ...one, data: { ...one.data, lang } } as PhrasingContent),
  )
}

function printWords(node: PhrasingContent, press: Press): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = node.children.flatMap((child) => printInline(child, press))
      return children.length === 0 ? [] : [{ type: node.type, children: clingingCalls(children) }]
    }
    case 'link':
      return printLink(node.url, node.children, press)
    case 'linkReference':
      return printLink(press.definitions.get(node.identifier)?.url ?? '', node.children, press)
    case 'image':
      return printImage(node, node.alt ?? '', press)
    case 'imageReference':
      return printImage(press.definitions.get(node.identifier), node.alt ?? '', press)
    case 'citation':
      return printCitation(node, press)
    case 'footnoteReference':
      return printFootnote(node, press)
    case 'html':
      // Two words on two lines must not run together once the tag is gone.
      return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'break' }] : []
    case 'insertion':
    case 'deletion':
    case 'noteCall':
    case 'crossReference':
      return [node]
  }
}

// A link inside a link is none: calls to notes come after it. One in which nothing is said is
// called by where it leads.
function printLink(
  url: string,
  children: readonly PhrasingContent[],
  press: Press,
): PhrasingContent[] {
  const printed = children.flatMap((child) => printInline(child, press))
  const target = press.house.linkTarget(url, press.path)
  if (target === null) return printed
  const { words, calls } = withoutCalls(printed)
  const said = words.every(isSilent) ? words.flatMap((word) => described(word, url)) : words
  if (target.kind === 'inside')
    return said.length === 0
      ? calls
      : [{ type: 'crossReference', target: target.target, children: said }, ...calls]
  return [
    {
      type: 'link',
      url: target.url,
      children: said.length === 0 ? [{ type: 'text', value: target.url }] : said,
    },
    ...calls,
  ]
}

function isSilent(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.every(isSilent)
  return (
    node.type === 'break' ||
    (node.type === 'image' ? !node.alt : 'value' in node && node.value.trim() === '')
  )
}

/** What is silent, its pictures with the name of the link; nothing without any. */
function described(node: PhrasingContent, name: string): PhrasingContent[] {
  if (node.type === 'image') return [{ ...node, alt: name }]
  const children =
    'children' in node
      ? (node.children as PhrasingContent[]).flatMap((child) => described(child, name))
      : []
  return children.length === 0 ? [] : [{ ...node, children } as PhrasingContent]
}

function printImage(
  source: { url: string; title?: string | null | undefined } | undefined,
  alt: string,
  press: Press,
): PhrasingContent[] {
  const path = press.house.imagePath(source?.url ?? '', press.path)
  const title = source?.title ? { title: press.house.text(source.title) } : {}
  if (path !== '') return [{ type: 'image', url: path, alt: press.house.text(alt), ...title }]
  return alt === '' ? [] : [{ type: 'text', value: alt }]
}

function printCitation({ items }: Citation, press: Press): PhrasingContent[] {
  if (press.within.length > 0) return bracketed(citationText(items, press))
  return [
    press.notes.call(citationKey(items), () => [
      { type: 'paragraph', children: press.house.typeset(asSentence(citationText(items, press))) },
    ]),
  ]
}

function printFootnote({ identifier }: FootnoteReference, press: Press): PhrasingContent[] {
  const definition = press.footnotes.get(identifier)
  const { within, said } = press
  if (
    definition === undefined ||
    within.includes(identifier) ||
    said?.has(identifier) === true ||
    within.length > DEEPEST
  )
    return []
  said?.add(identifier)
  const brackets = within.length === 0 ? {} : { said: said ?? new Set<string>() }
  const inside: Press = {
    ...press,
    ...brackets,
    nextNumber: () => '',
    within: [...within, identifier],
  }
  if (within.length === 0)
    return [press.notes.call(noteKey(identifier), () => printFlow(definition.children, inside))]
  const words = definition.children.flatMap((block) =>
    block.type === 'paragraph' ? block.children.flatMap((child) => printInline(child, inside)) : [],
  )
  // A call clings to its word, brackets do not.
  return words.length === 0 ? [] : [{ type: 'text', value: ' ' }, ...bracketed(words)]
}

/**
 * Brackets in brackets past which nobody follows; a row of thousands of notes, each calling the
 * next, would be deeper than a stack.
 */
const DEEPEST = 8

/** What a note book knows a footnote by. */
export function noteKey(identifier: string): string {
  return `note ${identifier}`
}

function bracketed(words: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'text', value: '(' }, ...words, { type: 'text', value: ')' }]
}

function asSentence(words: readonly PhrasingContent[]): PhrasingContent[] {
  return /[.?!…]/.test(lastCharacter(words)) ? [...words] : [...words, { type: 'text', value: '.' }]
}
