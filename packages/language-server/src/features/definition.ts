import { placeOf, resolvePath } from '@cahier/core'
import { linkBase } from '@cahier/lint'
import { headingSlugs, type Span } from '@cahier/prose'
import type { Nodes } from 'mdast'
import type { DocumentContext, FileSpan } from '../context.ts'
import { spanOf } from '../context.ts'
import { nameAt } from '../names/name-uses.ts'
import { definitionOf } from '../names/names-of.ts'

/** The span of a name, and the place that defines it. */
export interface DefinitionLink {
  readonly from: Span
  readonly to: FileSpan
}

/**
 * The definition of the name at an offset: a file, source, term, heading or footnote; `null` if
 * none.
 */
export function definition(
  { programme, document }: DocumentContext,
  offset: number,
): DefinitionLink | null {
  const use = nameAt(document, programme, offset)
  if (use === null) return noteAt(document.body?.tree ?? null, document.path, offset)
  const written = use.isLink ? document.text.slice(use.start, use.end) : ''
  const to =
    headingOf(programme, linkBase(programme, document), written) ?? definitionOf(use, programme)
  return to === null ? null : { from: use, to }
}

function headingOf(
  programme: DocumentContext['programme'],
  base: string,
  url: string,
): FileSpan | null {
  const [, fragment = ''] = /#(.+)$/.exec(url) ?? []
  const path = resolvePath(base, url)
  const tree =
    fragment === '' ? undefined : programme.documents.find((one) => one.path === path)?.body?.tree
  if (tree === undefined) return null
  const heading = headingSlugs(tree).get(fragment)
  return heading === undefined ? null : { path, ...spanOf(placeOf(heading)) }
}

function noteAt(tree: Nodes | null, path: string, offset: number): DefinitionLink | null {
  if (tree === null) return null
  const calls = nodesAt(tree, offset)
  const call = calls.find((node) => node.type === 'footnoteReference')
  if (call === undefined) return null
  const note =
    'children' in tree
      ? tree.children.find(
          (node) => node.type === 'footnoteDefinition' && node.identifier === call.identifier,
        )
      : undefined
  return note?.position === undefined
    ? null
    : { from: spanOf(placeOf(call)), to: { path, ...spanOf(placeOf(note)) } }
}

/** The nodes around an offset, outermost first. */
export function nodesAt(tree: Nodes, offset: number): readonly Nodes[] {
  const { start, end } = spanOf(placeOf(tree))
  if (offset < start || offset > end) return []
  const inner =
    'children' in tree
      ? tree.children.map((child) => nodesAt(child, offset)).find((found) => found.length > 0)
      : undefined
  return [tree, ...(inner ?? [])]
}
