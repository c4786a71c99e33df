import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  Html,
  Image,
  ImageReference,
  List,
  Nodes,
  Paragraph,
  Parent,
  Root,
  TableCell,
} from 'mdast'
import type { Span } from '../span.ts'
import { hasOddEmphasis, hasUnusedMarks } from './odd-emphasis.ts'

/**
 * The blocks of a tree that the engine gave, by rank, that hold something, rare in prose, of which it is known to read more or less than the reference
 * does, or one of the uncertain places given; `rulers` are the lines that look like those of tables, and are used up. `null` when it cannot be told how far the difference goes.
 */
export function doubtfulBlocks(tree: Root, text: string, uncertain: readonly number[], rulers: Set<number>): readonly number[] | null {
  if (uncertain.some((at) => !tree.children.some((block) => isIn(block, at)))) return null
  const nextStar = nextIn(text, '*')
  const nextLowLine = nextIn(text, '_')
  const doubtful = tree.children.flatMap((block, rank) => (isUncertain(block) || isDoubtful(block, rank, tree, 0) ? [rank] : []))
  const blocks = doubtful.map((rank) => tree.children[rank] as Nodes)
  blocks.forEach(forget)
  return rulers.size > 0 || blocks.some(({ type }) => type === 'code' || type === 'html') ? null : doubtful

  // In code and in raw HTML a citation is no citation, whatever the parser.
  function isUncertain(block: Nodes): boolean {
    return block.type !== 'code' && block.type !== 'html' && uncertain.some((at) => isIn(block, at))
  }

  function isDoubtful(node: Nodes, rank: number, parent: Parent | null, quotes: number): boolean {
    if (isOdd(node, rank, parent, quotes)) return true
    if (!('children' in node)) return false
    const inside = quotes === 0 ? (node.type === 'blockquote' ? 1 : 0) : node.type === 'list' ? quotes + 1 : quotes
    for (let at = 0; at < node.children.length; at++) if (isDoubtful(node.children[at] as Nodes, at, node, inside)) return true
    return false
  }

  /** The same of a node, whatever it holds. */
  function isOdd(node: Nodes, rank: number, parent: Parent | null, quotes: number): boolean {
    switch (node.type) {
      case 'delete':
        return !text.startsWith('~~', spanOf(node).start)
      case 'emphasis':
      case 'strong':
        return hasOddEmphasis(node, text)
      case 'table':
        if ((node.align?.length ?? 0) < 2 || isOddTable(node, parent?.children[rank - 1], text)) return true
        rulers.delete(linesOf(node).first + 1)
        return false
      case 'definition':
        return parent?.type !== 'root' || hasOddLabel(node, text) || isFollowedTightly(node, parent, rank)
      case 'image':
        return isOddImage(node, text)
      case 'linkReference':
        return hasOddLabel(node, text)
      case 'imageReference':
        return hasOddLabel(node, text) || isOddImage(node, text)
      case 'footnoteDefinition':
        return parent?.type !== 'root' || isOddNote(node, text)
      case 'code':
        forget(node)
        return isOddCode(node, rank, parent, text)
      case 'html':
        forget(node)
        return isOddTag(node, rank, parent, text)
      case 'footnoteReference':
        return !NOTE_LABEL.test(text.slice(spanOf(node).start)) || hasBracket(parent)
      case 'list':
        return quotes > 1 || isOddList(node, rank, parent, text)
      case 'blockquote':
        return quotes > 0 || isOddQuote(node, text)
      case 'paragraph':
        return isOddParagraph(node, text) || leavesMarks(node)
      case 'heading':
        return isOddParagraph(node, text) || leavesMarks(node) || followsDefinition(node, parent?.children[rank - 1])
      case 'tableCell':
        return leavesMarks(node)
      default:
        return false
    }
  }

  /** Whether signs of emphasis are left as text. */
  function leavesMarks(node: Paragraph | Heading | TableCell): boolean {
    const { start, end } = spanOf(node)
    return (nextStar(start) < end || nextLowLine(start) < end) && hasUnusedMarks(node, text)
  }

  function forget(node: Nodes): void {
    const { first, last } = linesOf(node)
    if (rulers.size > 0) for (let line = first; line <= last; line++) rulers.delete(line)
  }
}

function hasBracket(parent: Parent | null): boolean {
  return parent?.children.some((child) => child.type === 'text' && child.value.includes('[')) === true
}

// Where a sign stands next, asked of one offset after the other: most blocks have none, and it is looked for once between two of them.
function nextIn(text: string, sign: string): (offset: number) => number {
  let from = 0
  let next = -1
  return (offset) => {
    if (offset < from || offset > next) {
      from = offset
      const at = text.indexOf(sign, offset)
      next = at < 0 ? text.length : at
    }
    return next
  }
}

function isIn(node: Nodes, at: number): boolean {
  const { start, end } = spanOf(node)
  return at >= start && at < end
}

// Escapes and character references are told of by the engine in some labels, and left as they are written in others.
const NOTE_LABEL = /^\[\^[^\s\]&\\]+\]/

// A note that holds more than paragraphs, or that another block follows at once.
function isOddNote(node: FootnoteDefinition, text: string): boolean {
  const [first] = node.children
  if (!NOTE_LABEL.test(text.slice(spanOf(node).start))) return true
  if (first === undefined || node.children.some(({ type }) => type !== 'paragraph')) return true
  if (!/^[\p{L}\p{N}*_[«"“‘'(§]/u.test(text.charAt(spanOf(first).start))) return true
  const after = text.slice(spanOf(node).end)
  const [, indent = ''] = /^(?:[ \t]*\r?\n)*([ \t]*)/.exec(after) ?? []
  return /\t| {4}/.test(indent) || !/^[ \t]*(?:$|\r?\n(?:[ \t]*(?:$|\r?\n)| {0,3}\[\^[^\s\]]+\]:))/.test(after)
}

function isOddCode(node: Code, rank: number, parent: Parent | null, text: string): boolean {
  const { start, end } = spanOf(node)
  const source = text.slice(start, end)
  const [, fence = '', info = ''] = /^(`{3,}|~{3,})([^\r\n]*)/.exec(source) ?? []
  if (fence === '') {
    const before = parent?.children[rank - 1]
    const isTorn = before !== undefined && isIndentedCode(before, text)
    return isTorn || parent?.type === 'listItem' || /\n[ \t]*$/.test(source) || /^(?:[ \t]*\r?\n)+[ \t]+(?:\r?\n|$)/.test(text.slice(end))
  }
  if (/[&\\]|[^\S \t]/.test(info) || (/\s/.test(info) && !source.includes('\n'))) return true
  return parent?.type !== 'root' && (!isClosed(source, fence) || /(?:`{3}|~{3})[ \t]*$/.test(node.value))
}

function isClosed(source: string, fence: string): boolean {
  const last = source.slice(source.lastIndexOf('\n') + 1)
  return source.includes('\n') && last.trimEnd().endsWith(fence)
}

// An empty list, or one that does not begin at 1, does not interrupt a paragraph: the two may differ where one may still be open just above, as at the end of a quote.
function isOddList(node: List, rank: number, parent: Parent | null, text: string): boolean {
  const isEmpty = /^\S+[ \t]*(?:\r?\n|$)/.test(text.slice(spanOf(node).start, spanOf(node).end))
  if (!isEmpty && (node.start ?? 1) === 1) return false
  const before = parent?.children[rank - 1]
  if (before === undefined) return parent?.type !== 'root'
  if (parent?.type === 'root' && SHOWN_TO_END.has(before.type)) return false
  return isTight(node, before) || (isIndentedCode(before, text) && isTight(before, parent?.children[rank - 2]))
}

/** After these, at the top of a text, no paragraph is open but one that the tree shows. */
const SHOWN_TO_END = new Set<Nodes['type']>(['heading', 'thematicBreak', 'list', 'blockquote', 'table'])

function isTight(node: Nodes, before: Nodes | undefined): boolean {
  return before !== undefined && linesOf(before).last + 1 >= linesOf(node).first
}

// Right below a list or a quote, its first line may be the last of a paragraph there; and a line that begins with a tag may end it.
function isOddTable(node: Nodes, before: Nodes | undefined, text: string): boolean {
  const { start, end } = spanOf(node)
  return (before !== undefined && isContainer(before) && isTight(node, before)) || /^[ \t>]*</m.test(text.slice(start, end))
}

function isIndentedCode(node: Nodes, text: string): boolean {
  return node.type === 'code' && !/[`~]/.test(text.charAt(spanOf(node).start))
}

// A quote that holds lists or quotes, and has lines with nothing but its own mark `>`.
function isOddQuote(node: Blockquote, text: string): boolean {
  return node.children.some(isContainer) && /^[ \t>]*$/m.test(text.slice(spanOf(node).start, spanOf(node).end + 1))
}

// A paragraph that begins like an item of a list, or like a definition whose address is on the next line; or one on several lines, with marks of its container between them, in which a code span, a tag or a link may be opened on one line and closed on another.
function isOddParagraph(node: Paragraph | Heading, text: string): boolean {
  const { start, end } = spanOf(node)
  LIKE_OTHER.lastIndex = start
  if (LIKE_OTHER.test(text)) return true
  return linesOf(node).first < linesOf(node).last && hasTextGap(node) && OPENS_ON.test(text.slice(start, end)) && hasOpening(node)
}

// What may be opened so. A lone `[` is read alike by both, unless it may become a reference, or a link whose address goes on on the next line.
const OPENS_ON = /\]\[|\]\([^)\r\n]*[\r\n]|[<`]/

// The tree keeps the alternative text of an image, and not the tags and code spans in it, which may run over its lines.
function isOddImage(node: Image | ImageReference, text: string): boolean {
  const { start, end } = spanOf(node)
  return linesOf(node).first < linesOf(node).last && /[<`]/.test(text.slice(start, end))
}

// With no blank line after it: the reference then reads what follows as the inside of a paragraph.
function isFollowedTightly(node: Definition, parent: Parent, rank: number): boolean {
  const next = parent.children[rank + 1]
  return next !== undefined && next.type !== 'definition' && isTight(next, node)
}

function followsDefinition(node: Heading, before: Nodes | undefined): boolean {
  return before?.type === 'definition' && isTight(node, before)
}

function hasTextGap({ children }: Parent): boolean {
  return children.some((child, rank) => {
    const next = children[rank + 1]
    if (child.type === 'break' || (child.type === 'text' && child.value.endsWith('\n')))
      return next === undefined || spanOf(child).end !== spanOf(next).start
    return 'children' in child && hasTextGap(child)
  })
}

function hasOpening({ children }: Parent): boolean {
  return children.some((child) => (child.type === 'text' ? /[[<`]/.test(child.value) : 'children' in child && hasOpening(child)))
}

const LIKE_OTHER = /(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\[[^\]\r\n]+\]:[ \t]*[\r\n]/y

function isContainer({ type }: Nodes | Parent): boolean {
  return type === 'blockquote' || type === 'list' || type === 'listItem' || type === 'footnoteDefinition'
}

// Raw HTML that lasts until a closing mark may go on past its container, or past the first mark that would close it; on several lines in a container, it loses their indents.
function isOddTag(node: Html, rank: number, parent: Parent | null, text: string): boolean {
  const isOneLine = linesOf(node).first === linesOf(node).last
  if (parent !== null && !isFlow(parent)) return !isOneLine && /\n[ \t>]/.test(text.slice(spanOf(node).start, spanOf(node).end))
  if (parent?.type !== 'root') return rank > 0 || !isOneLine || !CLOSED_TAG.test(node.value)
  return RAW_TAG.test(node.value) && RAW_TAG_ENDS_EARLY.test(node.value)
}

const CLOSED_TAG = /^<(?:!--.*--|(?![!?]|(?:script|pre|style|textarea)\b).*)>[ \t]*$/i
const RAW_TAG = /^[ \t]*<(?:script|pre|style|textarea)\b/i
const RAW_TAG_ENDS_EARLY = /<\/(?:script|pre|style|textarea)>[^\r\n]*[\r\n]/i

// Unicode blanks, such as U+00A0, or character references in a label: of a reference, or of a definition.
function hasOddLabel(node: Nodes, text: string): boolean {
  const source = text.slice(spanOf(node).start, spanOf(node).end)
  return /[^\S \t\r\n]|&[#\w]+;/.test(node.type === 'definition' ? source.slice(0, source.indexOf(']:')) : source)
}

function isFlow({ type }: Parent): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
}

function linesOf({ position }: Nodes): { readonly first: number; readonly last: number } {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 }
}

function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
