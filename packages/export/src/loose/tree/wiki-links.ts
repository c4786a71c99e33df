import type { Nodes, PhrasingContent, Text } from 'mdast'
import { placePieces } from './cut-text.ts'

/**
 * Makes links and pictures, in place, of what wikis and notebooks write between two brackets:
 * `[[Page]]`, `[[Page#Title|words]]`, `![[picture.png]]`. `find` gives the path of what is so
 * named, or `''`: then the brackets stay.
 */
export function linkWikis(node: Nodes, find: (name: string) => string): void {
  if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return
  node.children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? linked(child, find) : [child],
  ) as typeof node.children
  for (const child of node.children) linkWikis(child, find)
}

const WIKI =
  /(!?)\[\[(?! )([^[\]|#\r\n]{0,200})(?:#([^[\]|\r\n]{1,200}))?(?:\|([^[\]\r\n]{0,200}))?(?<! )\]\]/g

function linked(node: Text, find: (name: string) => string): PhrasingContent[] {
  if (!node.value.includes('[[')) return [node]
  const pieces: PhrasingContent[] = []
  let left = 0
  for (const match of node.value.matchAll(WIKI)) {
    const [whole, shown = '', name = '', title = '', said = ''] = match
    const path = name === '' ? '' : find(name.trim())
    if (path === '' && (name !== '' || title === '')) continue
    pieces.push(
      { type: 'text', value: node.value.slice(left, match.index) },
      pieceOf(shown !== '', path, name, title, said),
    )
    left = match.index + whole.length
  }
  return left === 0
    ? [node]
    : placePieces(node, [...pieces, { type: 'text', value: node.value.slice(left) }])
}

function pieceOf(
  isShown: boolean,
  path: string,
  name: string,
  title: string,
  said: string,
): PhrasingContent {
  const url = addressOf(path, title)
  // A picture may be told its size there.
  if (isShown && /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(path))
    return { type: 'image', url, alt: /^[\dx]*$/.test(said) ? '' : said }
  return { type: 'link', url, children: [{ type: 'text', value: said || name || title }] }
}

function addressOf(path: string, title: string): string {
  const file = path === '' ? '' : `/${path.split('/').map(encodeURIComponent).join('/')}`
  // A mark of Obsidian on a block is no title.
  return title === '' || (title.startsWith('^') && file !== '')
    ? file
    : `${file}#${encodeURIComponent(title)}`
}
