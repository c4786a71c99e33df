/**
 * One piece of raw HTML: words, or a tag with its attributes. Comments, and all that runs, plays or
 * draws, is no piece.
 */
export type HtmlPiece =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'open'
      readonly tag: string
      readonly attributes: ReadonlyMap<string, string>
      readonly closed: boolean
    }
  | { readonly kind: 'close'; readonly tag: string }

/**
 * Elements of which nothing is printed, words included: they hold programs, styles, or what is
 * shown where they cannot play.
 */
export const UNPRINTED_TAGS: ReadonlySet<string> = new Set(
  'audio canvas embed head iframe math object script style svg template textarea title video'.split(
    ' ',
  ),
)

/** The name of each tag that is opened in raw HTML, those of which nothing is printed too. */
export function htmlTagNames(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(([, slash, name]) =>
    slash === '' && name !== undefined ? [name.toLowerCase()] : [],
  )
}

/**
 * Cuts raw HTML into pieces, in time linear in its length, whatever it is. What is no tag is words.
 */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  let left = 0
  let unprinted = ''
  for (const match of html.matchAll(TAG)) {
    const [whole, slash = '', name = '', attributes = ''] = match
    const tag = name.toLowerCase()
    if (unprinted === '') addWords(html.slice(left, match.index), pieces)
    left = match.index + whole.length
    if (unprinted !== '') {
      if (slash !== '' && tag === unprinted) unprinted = ''
    } else if (tag !== '' && UNPRINTED_TAGS.has(tag)) {
      if (slash === '' && !VOID.has(tag) && !attributes.endsWith('/')) unprinted = tag
    } else if (tag !== '')
      pieces.push(
        slash === ''
          ? {
              kind: 'open',
              tag,
              attributes: attributesIn(attributes),
              closed: VOID.has(tag) || attributes.endsWith('/'),
            }
          : { kind: 'close', tag },
      )
  }
  if (unprinted === '') addWords(html.slice(left), pieces)
  return pieces
}

function addWords(source: string, pieces: HtmlPiece[]): void {
  if (source !== '') pieces.push({ kind: 'words', text: source })
}

function attributesIn(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE))
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  return attributes
}

// A tag ends at its first `>` outside quotes, and holds no `<` outside them: no tag is looked for
// twice.
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(\/?)([a-z][\w:-]*)((?:[^'"<>]|"[^"]{0,4000}"|'[^']{0,4000}')*)>/gi
const ATTRIBUTE = /([^\s"'=/<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
