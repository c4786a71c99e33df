import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { inSuperOrSubscript } from '../../super-and-subscript.ts'
import { markWords } from '../language-marks.ts'
import { htmlBlocks } from './html-blocks.ts'
import { htmlLanguage, pictureOf, wrapAs } from './html-phrases.ts'
import { BLOCK_TAGS, type HtmlToken, htmlTokens } from './html-tree.ts'

/**
 * Adds to a tree the Markdown equivalent of its raw HTML. The HTML nodes stay, because links may
 * point to their anchors.
 */
export function addMarkdownOfHtml(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) addMarkdownOfHtml(child)
  if (!node.children.some(({ type }) => type === 'html')) return
  if (PHRASES.has(node.type)) {
    const mayLink = node.type !== 'link' && node.type !== 'linkReference'
    const between: PhrasingContent =
      node.type === 'heading' ? { type: 'text', value: ' ' } : { type: 'break' }
    node.children = separateBlocks(withTags(node.children as PhrasingContent[], mayLink), between)
  } else
    node.children = (node.children as RootContent[]).flatMap((child) =>
      child.type === 'html' ? [child, ...htmlBlocks(child.value, child.position)] : [child],
    ) as typeof node.children
}

const PHRASES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

interface OpenTag {
  readonly html: PhrasingContent
  readonly token: Extract<HtmlToken, { kind: 'open' }>
  readonly inside: PhrasingContent[]
}

function withTags(nodes: readonly PhrasingContent[], mayLink: boolean): PhrasingContent[] {
  const line: PhrasingContent[] = []
  const open: OpenTag[] = []
  const here = () => open.at(-1)?.inside ?? line
  // A tag that is never closed has no effect; its words stay.
  const giveUp = () => {
    const last = open.pop()
    if (last !== undefined) here().push(last.html, ...last.inside)
  }
  for (const node of nodes) {
    const [token] = node.type === 'html' ? htmlTokens(node.value) : []
    const opens = token?.kind === 'open' && !token.closed && (mayLink || token.tag !== 'a')
    if (token?.kind === 'open' && token.tag === 'img')
      here().push(node, { ...pictureOf(token.attributes), position: node.position })
    else if (opens && open.length < DEEPEST) open.push({ html: node, token, inside: [] })
    else if (token?.kind === 'close' && open.some((one) => one.token.tag === token.tag)) {
      while (open.at(-1)?.token.tag !== token.tag) giveUp()
      const { html, token: opening, inside } = open.pop() as OpenTag
      const wrapped = inside.length === 0 ? null : wrapAs(opening.tag, opening.attributes, inside)
      const words = wrapped === null ? inside : [{ ...wrapped, position: html.position }]
      here().push(html, ...markWords(words, htmlLanguage(opening.attributes)), node)
    } else here().push(node)
  }
  while (open.length > 0) giveUp()
  return line
}

const DEEPEST = 40

/** Inserts `between` where block tags separate words on one line of Markdown. */
function separateBlocks(
  nodes: readonly PhrasingContent[],
  between: PhrasingContent,
): PhrasingContent[] {
  const line: PhrasingContent[] = []
  let isAfterWords = false
  let isAtEdge = false
  for (const node of nodes) {
    const word =
      node.type === 'text' && isAtEdge ? { ...node, value: node.value.trimStart() } : node
    if (isEdge(node)) isAtEdge = isAfterWords
    else if (isBreak(node)) isAtEdge = isAfterWords = false
    else if (node.type !== 'html' && !(word.type === 'text' && word.value.trim() === '')) {
      if (isAtEdge) line.push(between)
      isAtEdge = false
      isAfterWords = true
    }
    line.push(word)
  }
  return line
}

function isEdge(node: PhrasingContent) {
  const [token] = node.type === 'html' ? htmlTokens(node.value) : []
  return token !== undefined && token.kind !== 'words' && BLOCK_TAGS.has(token.tag)
}

function isBreak(node: PhrasingContent) {
  return node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))
}

/** Replaces `<sup>2</sup>` with ² and `<sub>2</sub>` with ₂, in place: 10⁶ must not read 106. */
export function replaceSupAndSub(node: Nodes): void {
  if (!('children' in node)) return
  const children = node.children as PhrasingContent[]
  for (let at = 0; at < children.length; at++) {
    const raised = raisedAt(children, at)
    if (raised !== null) children.splice(at, 3, raised)
  }
  for (const child of node.children) replaceSupAndSub(child)
}

function raisedAt(children: readonly PhrasingContent[], at: number): PhrasingContent | null {
  const [open, text, close] = children.slice(at, at + 3)
  if (open?.type !== 'html' || text?.type !== 'text' || close?.type !== 'html') return null
  const tag = open.value.slice(1, -1).toLowerCase()
  if ((tag !== 'sup' && tag !== 'sub') || close.value.toLowerCase() !== `</${tag}>`) return null
  const value = inSuperOrSubscript(tag, text.value)
  return value === '' ? null : { ...text, value }
}
