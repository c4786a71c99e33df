import { parseMarkdown, unfoldedText } from '@cahier/prose'
import type { HtmlPiece } from './html-tags.ts'

/** What an element of raw HTML holds: elements and words. */
export type HtmlContent = readonly (HtmlElement | string)[]

/** An element of raw HTML. */
export interface HtmlElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (HtmlElement | string)[]
}

/** Tags that end the line they stand in. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html ' +
    'legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/**
 * Makes a tree of pieces. Never fails: a tag that is not closed is closed, and one that was not
 * opened is none.
 */
export function htmlTree(pieces: readonly HtmlPiece[]): HtmlContent {
  const root: HtmlElement = { tag: '', attributes: new Map(), children: [] }
  const open = [root]
  const top = () => open.at(-1) as HtmlElement
  const close = (isIt: (tag: string) => boolean, isWall: (tag: string) => boolean): void => {
    for (let at = open.length - 1; at > 0; at--) {
      const { tag } = open[at] as HtmlElement
      if (isIt(tag)) open.length = at
      if (isIt(tag) || isWall(tag)) return
    }
  }
  for (const piece of pieces) {
    if (piece.kind === 'words') top().children.push(withoutEntities(piece.text))
    else if (piece.kind === 'close')
      close(
        (tag) => tag === piece.tag,
        () => false,
      )
    else {
      const ends = ENDED_BY.get(piece.tag)
      if (ends !== undefined)
        close(
          (tag) => ends.includes(tag),
          (tag) => WALLS.has(tag),
        )
      else if (BLOCK_TAGS.has(piece.tag))
        close(
          (tag) => tag === 'p',
          (tag) => WALLS.has(tag),
        )
      const element: HtmlElement = { tag: piece.tag, attributes: piece.attributes, children: [] }
      if (open.length > DEEPEST) continue
      top().children.push(element)
      if (!piece.closed) open.push(element)
    }
  }
  return root.children
}

const ENDED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['tr', ['tr']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
])
const WALLS: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'blockquote',
  'div',
  'details',
])

// Deeper, a tag is left out: a million of them must not be walked through one in another.
const DEEPEST = 40

/** All the words of some content, as they are written. */
export function textOf(nodes: HtmlContent): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : node.tag === 'br' ? '\n' : textOf(node.children),
    )
    .join('')
}

/** Words with their entities (`&nbsp;`) as characters. The parser of Markdown knows them all. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const known = entities.get(entity) ?? unfoldedText(parseMarkdown(`.${entity}.`)).slice(1, -1)
    if (entities.size < MOST_ENTITIES) entities.set(entity, known)
    return known
  })
}

const entities = new Map<string, string>()
const MOST_ENTITIES = 1_000
