import {
  type MessageData,
  type Programme,
  type Proposal,
  type Round,
  resolvePath,
  sectionTermOf,
} from '@cahier/core'
import type { Nodes } from 'mdast'

/**
 * Why an image of this folder, which the normative text of a proposal shows, cannot be seen: it is
 * not there, there is but the address that Git LFS leaves, or it is not read. The text has another
 * digest than with it. `undefined` where what can be read of it is the text that a round froze.
 */
export function unseenImage(
  { folderFindings, assets, manifest }: Programme,
  { document, normative }: Proposal,
  rounds: readonly Round[],
): { readonly message: 'noImage' | 'unreadImage'; readonly data: MessageData } | undefined {
  const { referenceBody: body } = document
  if (body === null || rounds.some(({ text }) => text === normative)) return undefined
  const seen = new Set(assets.map(({ path }) => path))
  for (const { path, message } of folderFindings) if (message === 'pointer') seen.delete(path)
  const shown = nodesIn(
    body.sections
      .filter((section) => sectionTermOf(section, manifest)?.normative)
      .flatMap(({ nodes }) => nodes),
  )
  const named = new Set(
    shown.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])),
  )
  const urls = [
    ...shown.flatMap((node) => (node.type === 'image' ? [node.url] : [])),
    ...nodesIn([body.tree]).flatMap((node) =>
      node.type === 'definition' && named.has(node.identifier) ? [node.url] : [],
    ),
  ]
  const image = urls
    .map((url) => resolvePath(document.path, url))
    .find((path) => path !== '' && !seen.has(path))
  if (image === undefined) return undefined
  // One that is too large, or that lies outside of assets/, is there.
  const isThere = folderFindings.some(
    ({ path, message }) => path === image && message !== 'pointer',
  )
  return { message: isThere ? 'unreadImage' : 'noImage', data: { path: document.path, image } }
}

function nodesIn(tops: readonly Nodes[]): readonly Nodes[] {
  return tops.flatMap((node) => ('children' in node ? [node, ...nodesIn(node.children)] : [node]))
}
