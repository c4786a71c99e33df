import { type Citation, unfoldedText } from '@cahier/prose'
import type {
  BlockContent,
  Data,
  FootnoteReference,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { type FlowNode, lastCharacter, textNode } from '../edition/nodes.ts'
import { citationKey, citationText } from './citation-text.ts'
import type { Typesetter } from './context.ts'
import { isInAnotherLanguage, withoutLineEnds } from './house-style.ts'
import { attachCalls, withoutCalls } from './notes.ts'

/**
 * Turns Markdown blocks into blocks of the edition, with their printed `number` and their rank in
 * the source (`ordinal`).
 */
export function printFlow(nodes: readonly RootContent[], typesetter: Typesetter): FlowNode[] {
  return nodes.flatMap((node) => printBlock(node, typesetter))
}

function printBlock(node: RootContent, typesetter: Typesetter): FlowNode[] {
  switch (node.type) {
    case 'paragraph':
      return printParagraph(node, typesetter, typesetter.nextNumber)
    case 'heading': {
      const children = printInlines(node.children, typesetter, node.data?.lang)
      const depth = Math.max(node.depth, 3) as Heading['depth']
      return children.length === 0
        ? []
        : [{ type: 'heading', depth, data: dataOf(node, typesetter), children }]
    }
    case 'thematicBreak':
      return [{ type: 'thematicBreak', data: dataOf(node, typesetter) }]
    case 'code': {
      const { lang = null, value } = node
      const data = dataOf(node, typesetter, typesetter.nextNumber())
      return [{ type: 'code', lang, value, data }]
    }
    case 'table':
      return [printTable(node, typesetter)]
    case 'blockquote': {
      const children = blocksOnly(printFlow(node.children, typesetter))
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }
    case 'list':
      return [printList(node, typesetter)]
    default:
      return []
  }
}

function printParagraph(
  node: Paragraph,
  typesetter: Typesetter,
  nextNumber: () => string,
): Paragraph[] {
  const children = printInlines(node.children, typesetter, node.data?.lang)
  return children.length === 0
    ? []
    : [{ type: 'paragraph', data: dataOf(node, typesetter, nextNumber()), children }]
}

function printTable(node: Table, typesetter: Typesetter): Table {
  const data = dataOf(node, typesetter, typesetter.nextNumber())
  // Every row gets as many cells as the longest row, so that no cell is lost.
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  const children = node.children.map((row) => ({
    type: 'tableRow' as const,
    children: Array.from({ length: width }, (_, column) => {
      const { children = [], data } = row.children[column] ?? {}
      return {
        type: 'tableCell' as const,
        ...(data?.lang === undefined ? {} : { data: { lang: data.lang } }),
        children: printInlines(children, typesetter, data?.lang),
      }
    }),
  }))
  return { type: 'table', align: node.align ?? null, data, children }
}

function printList(node: List, typesetter: Typesetter): List {
  return {
    type: 'list',
    ordered: node.ordered ?? false,
    ...(node.ordered === true ? { start: node.start ?? 1 } : {}),
    spread: node.spread ?? false,
    children: node.children.map((item) => printItem(item, typesetter)),
  }
}

function printItem(item: ListItem, typesetter: Typesetter): ListItem {
  const number = item.children.some(({ type }) => type === 'paragraph')
    ? typesetter.nextNumber()
    : ''
  const children = item.children.flatMap((child) =>
    child.type === 'paragraph'
      ? printParagraph(child, typesetter, () => '')
      : printBlock(child, typesetter),
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

const BLOCKS: ReadonlySet<string> = new Set(
  'paragraph heading thematicBreak code table blockquote list'.split(' '),
)

function dataOf(node: Nodes, { ordinals }: Typesetter, number = ''): Data {
  const ordinal = ordinals.get(node)
  const { id, lang } = node.data ?? {}
  return {
    ...(number === '' ? {} : { number }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(id === undefined ? {} : { id }),
    ...(lang === undefined ? {} : { lang }),
  }
}

/**
 * Turns Markdown inline nodes into those of the edition. `lang` is the declared language of the
 * block.
 */
export function printInlines(
  nodes: readonly PhrasingContent[],
  typesetter: Typesetter,
  lang?: string,
): PhrasingContent[] {
  const printed = attachCalls(nodes.flatMap((node) => printInline(node, typesetter)))
  const { language, typeset } = typesetter.context
  const isForeign =
    lang === undefined
      ? isInAnotherLanguage(nodes.map(unfoldedText).join(''), language)
      : lang.toLowerCase().split('-')[0] !== language
  return isForeign ? withoutLineEnds(printed) : typeset(printed)
}

function printInline(node: PhrasingContent, typesetter: Typesetter): PhrasingContent[] {
  const printed = printWords(node, typesetter)
  const lang = node.data?.lang
  if (lang === undefined) return printed
  return printed.map((one) =>
    one.type === 'noteCall' ? one : ({ ...one, data: { ...one.data, lang } } as PhrasingContent),
  )
}

function printWords(node: PhrasingContent, typesetter: Typesetter): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: node.type, value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = node.children.flatMap((child) => printInline(child, typesetter))
      return children.length === 0 ? [] : [{ type: node.type, children: attachCalls(children) }]
    }
    case 'link':
      return printLink(node.url, node.children, typesetter)
    case 'linkReference':
      return printLink(
        typesetter.definitions.get(node.identifier)?.url ?? '',
        node.children,
        typesetter,
      )
    case 'image':
      return printImage(node, node.alt ?? '', typesetter)
    case 'imageReference':
      return printImage(typesetter.definitions.get(node.identifier), node.alt ?? '', typesetter)
    case 'citation':
      return printCitation(node, typesetter)
    case 'footnoteReference':
      return printFootnote(node, typesetter)
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'break' }] : []
    case 'insertion':
    case 'deletion':
    case 'noteCall':
    case 'crossReference':
      return [node]
  }
}

// A web link without words shows its address.
function printLink(
  url: string,
  children: readonly PhrasingContent[],
  typesetter: Typesetter,
): PhrasingContent[] {
  const printed = children.flatMap((child) => printInline(child, typesetter))
  const target = typesetter.context.linkTarget(url, typesetter.path)
  if (target === null) return printed
  const { words, calls } = withoutCalls(printed)
  const label = words.every(isWordless) ? words.flatMap((word) => described(word, url)) : words
  if (target.kind === 'web') {
    const children = label.length === 0 ? [textNode(target.url)] : label
    return [{ type: 'link', url: target.url, children }, ...calls]
  }
  return label.length === 0
    ? calls
    : [{ type: 'crossReference', target: target.target, children: label }, ...calls]
}

function isWordless(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.every(isWordless)
  return (
    node.type === 'break' ||
    (node.type === 'image' ? !node.alt : 'value' in node && node.value.trim() === '')
  )
}

/** The images of a node, with `name` as their alternative text. */
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
  typesetter: Typesetter,
): PhrasingContent[] {
  const { context } = typesetter
  const url = context.imagePath(source?.url ?? '', typesetter.path)
  if (url === '') return alt === '' ? [] : [textNode(alt)]
  const title = source?.title ? { title: context.text(source.title) } : {}
  return [{ type: 'image', url, alt: context.text(alt), ...title }]
}

function printCitation({ items }: Citation, typesetter: Typesetter): PhrasingContent[] {
  const { within, notes, context } = typesetter
  if (within.length > 0) return bracketed(citationText(items, typesetter))
  return [
    notes.call(citationKey(items), () => {
      const children = context.typeset(asSentence(citationText(items, typesetter)))
      return [{ type: 'paragraph', children }]
    }),
  ]
}

function printFootnote(
  { identifier }: FootnoteReference,
  typesetter: Typesetter,
): PhrasingContent[] {
  const definition = typesetter.footnotes.get(identifier)
  const { within, seen } = typesetter
  if (
    definition === undefined ||
    within.includes(identifier) ||
    seen?.has(identifier) === true ||
    within.length > DEEPEST
  )
    return []
  seen?.add(identifier)
  const isCall = within.length === 0
  const inside: Typesetter = {
    ...typesetter,
    ...(isCall ? {} : { seen: seen ?? new Set<string>() }),
    nextNumber: () => '',
    within: [...within, identifier],
  }
  const { children } = definition
  if (isCall) return [typesetter.notes.call(noteKey(identifier), () => printFlow(children, inside))]
  const words = children.flatMap((block) =>
    block.type === 'paragraph' ? block.children.flatMap((child) => printInline(child, inside)) : [],
  )
  return words.length === 0 ? [] : [textNode(' '), ...bracketed(words)]
}

/** The most notes inside one another: a chain of thousands would overflow the stack. */
const DEEPEST = 8

export function noteKey(identifier: string): string {
  return `note ${identifier}`
}

function bracketed(words: readonly PhrasingContent[]): PhrasingContent[] {
  return [textNode('('), ...words, textNode(')')]
}

function asSentence(words: readonly PhrasingContent[]): PhrasingContent[] {
  return /[.?!…]/.test(lastCharacter(words)) ? [...words] : [...words, textNode('.')]
}
