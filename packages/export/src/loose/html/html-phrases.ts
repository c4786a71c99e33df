import type { PhrasingContent } from 'mdast'
import { languageTag } from '../../language-tag.ts'
import { inSuperOrSubscript } from '../../super-and-subscript.ts'
import { markWords } from '../language-marks.ts'
import {
  BLOCK_TAGS,
  type HtmlContent,
  type HtmlElement,
  htmlText,
  withoutEntities,
} from './html-tree.ts'

/** HTML content as inline nodes, with white space folded; empty when nothing is visible. */
export function htmlPhrases(nodes: HtmlContent): PhrasingContent[] {
  return onOneLine(nodes.flatMap(phraseOf))
}

/** The Markdown node for a tag around `children`; null when Markdown has none. */
export function wrapAs(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  children: PhrasingContent[],
): PhrasingContent | null {
  if (tag === 'a') {
    const url = addressIn(attributes, 'href')
    return url === '' ? null : { type: 'link', url, children }
  }
  const type = WRAPPING.get(tag)
  return type === undefined ? null : { type, children }
}

/** The `lang` attribute as a BCP 47 tag; empty when missing. */
export function htmlLanguage(attributes: ReadonlyMap<string, string>): string {
  return languageTag(withoutEntities(attributes.get('lang') ?? ''))
}

const WRAPPING: ReadonlyMap<string, 'strong' | 'emphasis' | 'delete'> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['mark', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
])

// Addresses may be broken over lines.
function addressIn(attributes: ReadonlyMap<string, string>, name: string) {
  return withoutEntities(attributes.get(name) ?? '')
    .replace(/[ \t]*[\r\n]+[ \t]*/g, '')
    .trim()
}

export function pictureOf(attributes: ReadonlyMap<string, string>): PhrasingContent {
  const textIn = (name: string) => withoutEntities(attributes.get(name) ?? '').trim()
  // The first image of a `srcset` is the one that every program can show.
  const url =
    addressIn(attributes, 'src') || (/^\S*[^\s,]/.exec(addressIn(attributes, 'srcset'))?.[0] ?? '')
  return { type: 'image', url, alt: textIn('alt'), title: textIn('title') || null }
}

function phraseOf(node: HtmlElement | string): PhrasingContent[] {
  if (typeof node === 'string') return [{ type: 'text', value: node.replace(BLANKS, ' ') }]
  const { tag, attributes, children } = node
  if (tag === 'br') return [{ type: 'break' }]
  if (tag === 'img') return [pictureOf(attributes)]
  if (tag === 'code')
    return /\S/.test(htmlText(children))
      ? [{ type: 'inlineCode', value: htmlText(children).replace(BLANKS, ' ').trim() }]
      : []
  const raised = tag === 'sup' || tag === 'sub' ? inSuperOrSubscript(tag, htmlText(children)) : ''
  if (raised !== '') return [{ type: 'text', value: raised }]
  const inside = markWords(children.flatMap(phraseOf), htmlLanguage(attributes))
  const words = onOneLine(inside)
  const wrapped = words.length === 0 ? null : wrapAs(tag, attributes, words)
  // A block gets its own line. A space just inside a tag moves outside the tag.
  if (wrapped === null) return BLOCK_TAGS.has(tag) ? [EDGE, ...inside, EDGE] : inside
  return [
    ...(isBlank(inside[0], 'startsWith') ? [SPACE] : []),
    wrapped,
    ...(isBlank(inside.at(-1), 'endsWith') ? [SPACE] : []),
  ]
}

function onOneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = []
  let words: string[] = []
  const endWords = (isLast: boolean) => {
    const text = words.join('').replace(BLANKS, ' ')
    const value = isLast ? text.trimEnd() : text
    const wording = line.length === 0 || line.at(-1)?.type === 'break' ? value.trimStart() : value
    if (wording !== '') line.push({ type: 'text', value: wording })
    words = []
  }
  for (const node of nodes) {
    if (node.type === 'text') words.push(node.value)
    else if (node === EDGE) {
      endWords(true)
      if (line.length > 0 && line.at(-1)?.type !== 'break') line.push({ type: 'break' })
    } else {
      endWords(node.type === 'break')
      line.push(node)
    }
  }
  endWords(true)
  if (nodes.at(-1) === EDGE && line.at(-1)?.type === 'break') line.pop()
  return line.every(({ type }) => type === 'break') ? [] : line
}

const SPACE: PhrasingContent = { type: 'text', value: ' ' }
/** Marks the edge of a block until the line is built. */
const EDGE: PhrasingContent = { type: 'break' }
const BLANKS = /[ \t\r\n\f]+/g

function isBlank(node: PhrasingContent | undefined, where: 'startsWith' | 'endsWith') {
  return node?.type === 'text' && node.value[where](' ')
}
