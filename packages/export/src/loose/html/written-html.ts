import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { partBlocks } from './blocks-on-a-line.ts'
import { htmlBlocks } from './html-blocks.ts'
import { languageIn, pictureOf, spokenWords, wrapAs } from './html-phrases.ts'
import { type HtmlPiece, htmlPieces } from './html-tags.ts'

/**
 * Writes what raw HTML says after it, in place. The HTML itself stays, unprinted: its anchors are
 * looked for, and words between its tags are there already.
 */
export function writeHtml(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) writeHtml(child)
  if (!node.children.some(({ type }) => type === 'html')) return
  if (holdsPhrases(node))
    node.children = partBlocks(
      withTags(
        node.children as PhrasingContent[],
        node.type !== 'link' && node.type !== 'linkReference',
      ),
      node.type === 'heading' ? { type: 'text', value: ' ' } : { type: 'break' },
    )
  else
    node.children = (node.children as RootContent[]).flatMap((child) =>
      child.type === 'html' ? [child, ...htmlBlocks(child.value, child.position)] : [child],
    ) as typeof node.children
}

function holdsPhrases({ type }: Nodes): boolean {
  return PHRASES.has(type)
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
  readonly piece: Extract<HtmlPiece, { kind: 'open' }>
  readonly inside: PhrasingContent[]
}

/** Pictures in their place, and round the words between two tags what Markdown has for them. */
function withTags(nodes: readonly PhrasingContent[], mayLink: boolean): PhrasingContent[] {
  const line: PhrasingContent[] = []
  const open: OpenTag[] = []
  const here = () => open.at(-1)?.inside ?? line
  // A tag that is not closed here is left out, and its words stay.
  const giveUp = (): void => {
    const last = open.pop()
    if (last !== undefined) here().push(last.html, ...last.inside)
  }
  for (const node of nodes) {
    const [piece] = node.type === 'html' ? htmlPieces(node.value) : []
    if (piece?.kind === 'open' && piece.tag === 'img')
      here().push(node, { ...pictureOf(piece.attributes), position: node.position })
    else if (
      piece?.kind === 'open' &&
      !piece.closed &&
      (mayLink || piece.tag !== 'a') &&
      open.length < DEEPEST
    )
      open.push({ html: node, piece, inside: [] })
    else if (piece?.kind === 'close' && open.some((one) => one.piece.tag === piece.tag)) {
      while (open.at(-1)?.piece.tag !== piece.tag) giveUp()
      const { html, piece: opening, inside } = open.pop() as OpenTag
      const wrapped = inside.length === 0 ? null : wrapAs(opening.tag, opening.attributes, inside)
      const words = wrapped === null ? inside : [{ ...wrapped, position: html.position }]
      here().push(html, ...spokenWords(words, languageIn(opening.attributes)), node)
    } else here().push(node)
  }
  while (open.length > 0) giveUp()
  return line
}

const DEEPEST = 40
