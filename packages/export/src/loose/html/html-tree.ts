import { parseMarkdown, unfoldedText } from '@cahier/prose'

export type HtmlContent = readonly (HtmlElement | string)[]

export interface HtmlElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (HtmlElement | string)[]
}

/** Tags of block elements, which start a new line. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html ' +
    'legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Parses raw HTML. Unclosed tags are closed, stray closing tags are ignored. */
export function parseHtml(html: string): HtmlContent {
  const root: HtmlElement = { tag: '', attributes: new Map(), children: [] }
  const open = [root]
  const top = () => open.at(-1) as HtmlElement
  /** Closes the innermost open tag of `tags`, unless a tag of `walls` is open inside it. */
  const close = (tags: readonly string[], walls: ReadonlySet<string>) => {
    for (let at = open.length - 1; at > 0; at--) {
      const { tag } = open[at] as HtmlElement
      if (tags.includes(tag)) open.length = at
      if (tags.includes(tag) || walls.has(tag)) return
    }
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'words') top().children.push(withoutEntities(token.text))
    else if (token.kind === 'close') close([token.tag], new Set())
    else {
      const { tag, attributes, closed } = token
      close(CLOSES.get(tag) ?? (BLOCK_TAGS.has(tag) ? ['p'] : []), WALLS)
      if (open.length > DEEPEST) continue
      const element: HtmlElement = { tag, attributes, children: [] }
      top().children.push(element)
      if (!closed) open.push(element)
    }
  }
  return root.children
}

/** For each opening tag, the tags that it closes first. */
const CLOSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['tr', ['tr']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
])
const WALLS: ReadonlySet<string> = new Set('ul ol dl table blockquote div details'.split(' '))

/** Deeper tags are left out: they could overflow the stack of recursive functions. */
const DEEPEST = 40

export function htmlText(nodes: HtmlContent): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : node.tag === 'br' ? '\n' : htmlText(node.children),
    )
    .join('')
}

/** Replaces entities (`&nbsp;`) with characters. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const known = entities.get(entity) ?? unfoldedText(parseMarkdown(`.${entity}.`)).slice(1, -1)
    entities.set(entity, known)
    return known
  })
}

const entities = new Map<string, string>()

/** A token of raw HTML: words, or a tag with its attributes. Comments are not tokens. */
export type HtmlToken =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'open'
      readonly tag: string
      readonly attributes: ReadonlyMap<string, string>
      readonly closed: boolean
    }
  | { readonly kind: 'close'; readonly tag: string }

/** Elements whose content is not printed: scripts, styles, media and their fallback. */
export const UNPRINTED_TAGS: ReadonlySet<string> = new Set(
  'audio canvas embed head iframe math object script style svg template textarea title video'.split(
    ' ',
  ),
)

/** The name of every opening tag in raw HTML, unprinted elements included. */
export function htmlTagNames(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(([, slash, name]) =>
    slash === '' && name !== undefined ? [name.toLowerCase()] : [],
  )
}

/** Splits raw HTML into tokens, in linear time. Unprinted elements are left out. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let left = 0
  let unprinted = ''
  const addWords = (end: number) => {
    const text = html.slice(left, end)
    if (unprinted === '' && text !== '') tokens.push({ kind: 'words', text })
  }
  for (const { 0: whole, 1: slash, 2: name = '', 3: source = '', index } of html.matchAll(TAG)) {
    const tag = name.toLowerCase()
    // The slash of `<a href=https://x.org/>` does not close the tag.
    const closed = VOID.has(tag) || /(?:^|[\s"'])\/$/.test(source)
    addWords(index)
    left = index + whole.length
    if (unprinted !== '') {
      if (slash && tag === unprinted) unprinted = ''
    } else if (UNPRINTED_TAGS.has(tag)) {
      if (!slash && !closed) unprinted = tag
    } else if (slash) tokens.push({ kind: 'close', tag })
    else if (tag !== '')
      tokens.push({ kind: 'open', tag, attributes: attributesIn(source), closed })
  }
  addWords(html.length)
  return tokens
}

function attributesIn(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE))
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  return attributes
}

// A comment, a declaration or a tag. A tag has no `<` or `>` outside quotes: linear time.
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(\/?)([a-z][\w:-]*)((?:[^'"<>]|"[^"]{0,4000}"|'[^']{0,4000}')*)>/gi
const ATTRIBUTE = /([^\s"'=/<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
