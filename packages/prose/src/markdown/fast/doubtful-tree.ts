import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  Html,
  List,
  Nodes,
  Parent,
  Root,
} from 'mdast'
import { htmlBlockNames } from 'micromark-util-html-tag-name'
import {
  BROKEN_TAG,
  hasOddEmphasis,
  hasOddLabel,
  hasTabbedLine,
  hasUnusedMarks,
  isOddImage,
  isOddParagraph,
  lineRange,
  offsetsOf,
} from './doubtful-phrasing.ts'

/**
 * True when the reference parser may read the text unlike the engine (satteri), which made the
 * tree. `rulers` are the lines that look like a table delimiter (`|---|`); the call changes this
 * set. Such a line outside tables, code and HTML makes the result true.
 */
export function isDoubtfulTree(tree: Root, text: string, rulers: Set<number>): boolean {
  return isDoubtful(tree, 0, null, 0) || rulers.size > 0

  function isDoubtful(node: Nodes, rank: number, parent: Parent | null, quotes: number) {
    if (isOdd(node, rank, parent, quotes)) return true
    if (!('children' in node)) return false
    const inside =
      quotes === 0
        ? node.type === 'blockquote'
          ? 1
          : 0
        : node.type === 'list'
          ? quotes + 1
          : quotes
    for (let at = 0; at < node.children.length; at++) {
      const child = node.children[at] as Nodes
      if (child.type !== 'text' && isDoubtful(child, at, node, inside)) return true
    }
    return false
  }

  function isOdd(node: Nodes, rank: number, parent: Parent | null, quotes: number) {
    switch (node.type) {
      case 'inlineCode':
        return hasTabbedLine(node, text)
      case 'delete':
        return !text.startsWith('~~', offsetsOf(node).start)
      case 'emphasis':
      case 'strong':
        return hasOddEmphasis(node, text)
      case 'table':
        if (isOddTable(node, parent?.children[rank - 1], text)) return true
        rulers.delete(lineRange(node).first + 1)
        return false
      case 'definition':
        return (
          parent?.type !== 'root' ||
          hasOddLabel(node, text) ||
          isFollowedTightly(node, parent, rank)
        )
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
        return !NOTE_LABEL.test(text.slice(offsetsOf(node).start)) || hasBracket(parent)
      case 'list':
        return quotes > 1 || isOddList(node, rank, parent, text)
      case 'blockquote':
        return quotes > 0 || isOddQuote(node, parent, text)
      case 'paragraph':
        return isOddParagraph(node, text) || hasBrokenTag(node) || hasUnusedMarks(node, text)
      case 'heading':
        return (
          isOddParagraph(node, text) ||
          hasBrokenTag(node) ||
          hasUnusedMarks(node, text) ||
          followsDefinition(node, parent?.children[rank - 1])
        )
      case 'tableCell':
        return hasUnusedMarks(node, text)
      default:
        return false
    }
  }

  function hasBrokenTag(node: Nodes) {
    return BROKEN_TAG.test(text.slice(offsetsOf(node).start, offsetsOf(node).end))
  }

  function forget(node: Nodes) {
    const { first, last } = lineRange(node)
    if (rulers.size > 0) for (let line = first; line <= last; line++) rulers.delete(line)
  }
}

function hasBracket(parent: Parent | null) {
  return (
    parent?.children.some((child) => child.type === 'text' && child.value.includes('[')) === true
  )
}

// No escape or character reference: the engine decodes them in some labels only.
const NOTE_LABEL = /^\[\^[^\s\]&\\]+\]/

function isOddNote(node: FootnoteDefinition, text: string) {
  const [first] = node.children
  if (!NOTE_LABEL.test(text.slice(offsetsOf(node).start))) return true
  // The parsers may indent code differently, unless its fence begins after exactly four blanks.
  const isOdd = ({ type, position }: Nodes) =>
    type === 'code' ? position?.start.column !== 5 : type !== 'paragraph'
  if (first === undefined || node.children.some(isOdd)) return true
  if (!/^[`~\p{L}\p{N}*_[«"“‘'(§]/u.test(text.charAt(offsetsOf(first).start))) return true
  const after = text.slice(offsetsOf(node).end)
  const [, indent = ''] = /^(?:[ \t]*\r?\n)*([ \t]*)/.exec(after) ?? []
  return (
    /\t| {4}/.test(indent) ||
    !/^[ \t]*(?:$|\r?\n(?:[ \t]*(?:$|\r?\n)| {0,3}\[\^[^\s\]]+\]:))/.test(after)
  )
}

function isOddCode(node: Code, rank: number, parent: Parent | null, text: string) {
  const { start, end } = offsetsOf(node)
  const source = text.slice(start, end)
  const [, fence = '', info = ''] = /^(`{3,}|~{3,})([^\r\n]*)/.exec(source) ?? []
  if (fence === '') {
    const before = parent?.children[rank - 1]
    if ((before !== undefined && isIndentedCode(before, text)) || /\n[ \t]*$/.test(source))
      return true
    if (parent?.type === 'root') return /^(?:[ \t]*\r?\n)+[ \t]+(?:\r?\n|$)/.test(text.slice(end))
    // In a list item, the parsers agree when the code has no blank line and one blank line follows.
    return (
      parent?.type !== 'listItem' ||
      before === undefined ||
      /\n[ \t]*\r?\n/.test(source) ||
      !isOneLineApart(node, parent.children[rank + 1])
    )
  }
  if (/[&\\]|[^\S \t]/.test(info) || (/\s/.test(info) && !source.includes('\n'))) return true
  return (
    parent?.type !== 'root' && (!isClosed(source, fence) || /(?:`{3}|~{3})[ \t]*$/.test(node.value))
  )
}

function isClosed(source: string, fence: string) {
  const last = source.slice(source.lastIndexOf('\n') + 1)
  return source.includes('\n') && last.trimEnd().endsWith(fence)
}

// An empty list, or a list that does not start at 1, cannot interrupt a paragraph. The parsers may
// differ when a paragraph is still open.
function isOddList(node: List, rank: number, parent: Parent | null, text: string) {
  const isEmpty = /^\S+[ \t]*(?:\r?\n|$)/.test(
    text.slice(offsetsOf(node).start, offsetsOf(node).end),
  )
  if (!isEmpty && (node.start ?? 1) === 1) return false
  const before = parent?.children[rank - 1]
  if (before === undefined) return parent?.type !== 'root'
  const isIndented = isIndentedCode(before, text)
  if (CLOSES_PARAGRAPHS.has(before.type) && !isIndented) return false
  return isTight(node, before) || (isIndented && isTight(before, parent?.children[rank - 2]))
}

const CLOSES_PARAGRAPHS = new Set<Nodes['type']>([
  'heading',
  'thematicBreak',
  'list',
  'blockquote',
  'table',
  'code',
])

function isTight(node: Nodes, before: Nodes | undefined) {
  return before !== undefined && lineRange(before).last + 1 >= lineRange(node).first
}

// Right after a list or quotation, the first row of a table may continue the last paragraph. A row
// that begins with `<` may end the table.
function isOddTable(node: Nodes, before: Nodes | undefined, text: string) {
  const { start, end } = offsetsOf(node)
  return (
    (before !== undefined && isContainer(before) && isTight(node, before)) ||
    /^[ \t>]*</m.test(text.slice(start, end))
  )
}

function isIndentedCode(node: Nodes, text: string) {
  return node.type === 'code' && !/[`~]/.test(text.charAt(offsetsOf(node).start))
}

// The parsers may disagree where a list in a quotation ends, for example at a blank `>` line.
function isOddQuote({ children, position }: Blockquote, parent: Parent | null, text: string) {
  if (!children.some(isContainer)) return false
  const source = text.slice(position?.start.offset, position?.end.offset)
  if (BLANK_AT_END.test(source) || BLANK_TWICE.test(source)) return true
  return children.some((child, rank) => {
    if (!isContainer(child) || rank === children.length - 1) return false
    return parent?.type !== 'root' || !isOneLineApart(lastIn(child), children[rank + 1])
  })
}

const BLANK_AT_END = /\n[ \t>]*$/
const BLANK_TWICE = /\n[ \t]*>[ \t>]*\r?\n[ \t]*>[ \t]*(?:\r?\n|$)/

function isOneLineApart(node: Nodes, next: Nodes | undefined) {
  return (
    next !== undefined && !isContainer(next) && lineRange(next).first - lineRange(node).last === 2
  )
}

function lastIn(node: Nodes): Nodes {
  const last = 'children' in node ? node.children.at(-1) : undefined
  return last === undefined ? node : lastIn(last)
}

// Without a blank line after a definition, the reference parser reads the next block as if it were
// in a paragraph.
function isFollowedTightly(node: Definition, parent: Parent, rank: number) {
  const next = parent.children[rank + 1]
  return next !== undefined && next.type !== 'definition' && isTight(next, node)
}

function followsDefinition(node: Heading, before: Nodes | undefined) {
  return before?.type === 'definition' && isTight(node, before)
}

function isContainer({ type }: Nodes | Parent) {
  return (
    type === 'blockquote' || type === 'list' || type === 'listItem' || type === 'footnoteDefinition'
  )
}

// The parsers may end raw HTML (`<pre>`, `<script>`…) at different lines when its closing tag is
// not on the last line. The parsers may indent the lines of one inline tag differently.
function isOddTag(node: Html, rank: number, parent: Parent | null, text: string) {
  const isOneLine = lineRange(node).first === lineRange(node).last
  const source = text.slice(offsetsOf(node).start, offsetsOf(node).end)
  if (parent !== null && !isFlow(parent))
    return !isOneLine && (parent.position?.start.column ?? 0) > 1 && /\n[ \t>]/.test(source)
  if (parent?.type === 'root')
    return RAW_TAG.test(node.value) && RAW_TAG_ENDS_EARLY.test(node.value)
  if (/[\r\n]$/.test(source)) return true
  if (rank === 0 && isOneLine && CLOSED_TAG.test(node.value)) return false
  if (parent?.type === 'listItem' && node.value.startsWith('<!--'))
    return !/\S$/.test(source) || /-->./s.test(node.value)
  const before = parent?.children[rank - 1]
  if (
    before?.type === 'paragraph' &&
    isTight(node, before) &&
    !htmlBlockNames.includes(TAG_NAME.exec(node.value)?.[1]?.toLowerCase() ?? '')
  )
    return true
  return parent?.type !== 'listItem' || !/\S$/.test(source) || !ENDS_AT_BLANK.test(node.value)
}

const CLOSED_TAG = /^<(?:!--.*--|(?![!?]|(?:script|pre|style|textarea)\b).*)>[ \t]*$/i
const TAG_NAME = /^[ \t]*<\/?([a-z][a-z\d-]*)/i
const ENDS_AT_BLANK = /^[ \t]*<\/?(?!(?:script|pre|style|textarea)\b)[a-z]/i
const RAW_TAG = /^[ \t]*<(?:script|pre|style|textarea)\b/i
const RAW_TAG_ENDS_EARLY = /<\/(?:script|pre|style|textarea)>[^\r\n]*[\r\n]/i

function isFlow({ type }: Parent) {
  return (
    type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
  )
}
