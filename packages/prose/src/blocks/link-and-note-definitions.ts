import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'

interface Definitions {
  readonly links: ReadonlyMap<string, Definition>
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
}

/**
 * The link targets and the footnotes, by identifier. Of two with the same label, the first counts
 * (CommonMark).
 */
export function definitionsOf(tree: Root): Definitions {
  const links = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return { links, notes }
}
