import { type Programme, type Proposal, type Round, resolvePath, sectionTermOf } from '@cahier/core'
import type { Nodes } from 'mdast'

/**
 * An image of this folder that the normative text of a proposal shows and that is not there, or of which there is but the address that Git LFS leaves: the text has
 * another digest than with it. None where what can be read of it is the text that a round froze.
 */
export function unseenImage(
  { folderFindings, assets, manifest }: Programme,
  { document, normative }: Proposal,
  rounds: readonly Round[],
): string | undefined {
  const { referenceBody: body } = document
  if (body === null || rounds.some(({ text }) => text === normative)) return undefined
  const seen = new Set(assets.map(({ path }) => path))
  for (const { path, message } of folderFindings) if (message === 'pointer') seen.delete(path)
  const shown = nodesIn(body.sections.filter((section) => sectionTermOf(section, manifest)?.normative).flatMap(({ nodes }) => nodes))
  const named = new Set(shown.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])))
  const urls = [
    ...shown.flatMap((node) => (node.type === 'image' ? [node.url] : [])),
    ...nodesIn([body.tree]).flatMap((node) => (node.type === 'definition' && named.has(node.identifier) ? [node.url] : [])),
  ]
  return urls.map((url) => resolvePath(document.path, url)).find((path) => path !== '' && !seen.has(path))
}

function nodesIn(tops: readonly Nodes[]): readonly Nodes[] {
  return tops.flatMap((node) => ('children' in node ? [node, ...nodesIn(node.children)] : [node]))
}
