import type { Nodes, PhrasingContent } from 'mdast'
import { placePieces } from './cut-text.ts'

/**
 * Takes away, in place, the attributes that kramdown, pandoc and others write after a link, a
 * picture, code, words between brackets or those of a block (`{target=_blank}`, `[words]{.small}`,
 * `{: .lead }`): they speak to a tool. An identifier of pandoc stays as an anchor, and what it
 * keeps for another format (`` `\newpage`{=latex} ``) goes.
 */
export function dropAttributes(node: Nodes): void {
  if (!('children' in node)) return
  const written = node.children as PhrasingContent[]
  const children = written.flatMap((child, at) => withoutRaw(child, written[at + 1]))
  children.forEach((child, at) => {
    if (child.type !== 'text' || !child.value.includes('{')) return
    const follows = FOLLOWED.has(children[at - 1]?.type ?? '')
    const after = (follows ? child.value.replace(AT_START, '') : child.value).replace(RAW, '')
    children[at] = {
      ...child,
      value:
        at === children.length - 1 && node.type !== 'heading' ? after.replace(AT_END, '') : after,
    }
  })
  node.children = withoutSpans(children).filter(
    (child) => child.type !== 'text' || child.value !== '',
  ) as typeof node.children
  for (const child of node.children) dropAttributes(child)
  // A paragraph of which nothing is left is none.
  node.children = (node.children as Nodes[]).filter(
    (child) => child.type !== 'paragraph' || child.children.length > 0,
  ) as typeof node.children
}

/** A node, unless pandoc keeps it for one format alone; HTML is HTML. */
function withoutRaw(node: PhrasingContent, next: PhrasingContent | undefined): PhrasingContent[] {
  const { type, lang = null } = node as Nodes & { readonly lang?: string | null }
  const mark =
    type === 'code'
      ? (lang ?? '')
      : type === 'inlineCode' && next?.type === 'text'
        ? next.value
        : ''
  const format = RAW.exec(mark)?.[1]
  if (format === undefined || !('value' in node)) return [node]
  if (!format.startsWith('html')) return []
  const position = node.position && { position: node.position }
  // Among words, each tag is a node of its own.
  const pieces = type === 'code' ? [node.value] : node.value.split(TAG).filter(Boolean)
  return pieces.map((value) => ({
    type: type === 'code' || value.startsWith('<') ? 'html' : 'text',
    value,
    ...position,
  }))
}

const TAG = /(<!--[\s\S]*?-->|<(?:[^'"<>]|"[^"]*"|'[^']*')*>)/

/**
 * Words between brackets that bear attributes, without either. Brackets may hold links and words in
 * bold, and go over lines.
 */
function withoutSpans(children: readonly PhrasingContent[]): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes(']{')))
    return [...children]
  const open: Cut[] = []
  const cuts: Cut[] = []
  children.forEach((child, at) => {
    if (child.type !== 'text') return
    for (const { 0: bracket, index } of child.value.matchAll(/[[\]]/g)) {
      const opening = bracket === '[' ? undefined : open.pop()
      LIST_HERE.lastIndex = index + 1
      const list =
        opening === undefined || opening.isIndex ? undefined : LIST_HERE.exec(child.value)?.[0]
      if (bracket === '[')
        open.push({
          at,
          from: index,
          to: index + 1,
          id: '',
          isIndex: /[\]\w]/.test(child.value[index - 1] ?? ''),
        })
      else if (opening !== undefined && list !== undefined) {
        cuts.push({ ...opening, id: /(?:^\{|\s)#([\w:.-]+)/.exec(list)?.[1] ?? '' })
        cuts.push({ ...opening, at, from: index, to: index + 1 + list.length })
      }
    }
  })
  return children.flatMap((child, at) => {
    const own = cuts.filter((cut) => cut.at === at).sort((a, b) => a.from - b.from)
    return child.type === 'text' && own.length > 0
      ? placePieces(child, piecesOf(child.value, own))
      : [child]
  })
}

/** Signs of a text that go: an opening bracket, or a closing one with its attributes. */
interface Cut {
  /** Which of the nodes holds them. */
  readonly at: number
  readonly from: number
  readonly to: number
  /** The anchor that stands there instead; `''` for none. */
  readonly id: string
  /** Whether a word or a bracket stands right before: `a[0]`. */
  readonly isIndex: boolean
}

function piecesOf(text: string, cuts: readonly Cut[]): PhrasingContent[] {
  const pieces = cuts.flatMap(({ from, id }, index): PhrasingContent[] => {
    const words = { type: 'text' as const, value: text.slice(cuts[index - 1]?.to ?? 0, from) }
    return id === '' ? [words] : [words, { type: 'html', value: `<a id="${id}"/>` }]
  })
  return [...pieces, { type: 'text', value: text.slice(cuts.at(-1)?.to ?? 0) }]
}

const FOLLOWED: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'strong',
  'emphasis',
])

const ATTRIBUTE = String.raw`(?:[#.][\w:.-]+|[\w:-]+[ \t]?=[ \t]?(?:"[^"{}]*"|'[^'{}]*'|“[^”{}]*”|[^\s"'{}]+))`
const LIST = String.raw`\{:?\s*${ATTRIBUTE}(?:\s+${ATTRIBUTE}){0,20}\s*\}`
const AT_START = new RegExp(`^${LIST}`)
const LIST_HERE = new RegExp(LIST, 'y')
/** Alone on the last line, or behind words with the sign of kramdown. */
const AT_END = new RegExp(
  String.raw`(?:\r?\n[ \t]*${LIST}|(?<![ \t])[ \t]*\{:[ \t]*${ATTRIBUTE}[^{}]{0,200}\})[ \t]*$`,
)
/** After code that is meant for one format alone. */
const RAW = /^\{=([\w-]+)\}/
