import { type Document, linkedPath, type Programme, placeOf } from '@cahier/core'
import { linkBase, nodesOf } from '@cahier/lint'
import { headingSlugs, type Span } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { type DocumentContext, type FileSpan, isIn, spanOf } from '../context.ts'
import { definitionOf } from '../names/defined-names.ts'
import { type Named, nameAt, namedBy, namesIn, usesOf } from '../names/name-uses.ts'

/** The span of a name, and the place that defines it. */
export interface DefinitionLink {
  readonly from: Span
  readonly to: FileSpan
}

/** The definition of the name or footnote at an offset; `null` if there is none. */
export function definition(
  { programme, document }: DocumentContext,
  offset: number,
): DefinitionLink | null {
  const use = nameAt(document, programme, offset)
  if (use === null) return noteAt(document, offset)
  const written = use.isLink ? document.text.slice(use.start, use.end) : ''
  const to =
    headingOf(programme, linkBase(programme, document), written) ?? definitionOf(use, programme)
  return to === null ? null : { from: use, to }
}

function headingOf(programme: Programme, base: string, url: string): FileSpan | null {
  const [, fragment = ''] = /#(.+)$/.exec(url) ?? []
  const path = linkedPath(base, url)
  const tree =
    fragment === '' ? undefined : programme.documents.find((one) => one.path === path)?.body?.tree
  if (tree === undefined) return null
  const heading = headingSlugs(tree).get(fragment)
  return heading === undefined ? null : { path, ...spanOf(placeOf(heading)) }
}

function noteAt(document: Document, offset: number): DefinitionLink | null {
  const { body, path } = document
  const around = body === null ? [] : nodesAt(body.tree, offset)
  const call = around.find((node) => node.type === 'footnoteReference')
  const note = nodesOf(document, 'footnoteDefinition').find(
    ({ identifier }) => identifier === call?.identifier,
  )
  return call === undefined || note === undefined
    ? null
    : { from: spanOf(placeOf(call)), to: { path, ...spanOf(placeOf(note)) } }
}

/** The nodes around an offset, outermost first. */
export function nodesAt(tree: Nodes, offset: number): readonly Nodes[] {
  if (!isIn(spanOf(placeOf(tree)), offset)) return []
  const children: readonly Nodes[] = 'children' in tree ? tree.children : []
  const child = children.find((one) => isIn(spanOf(placeOf(one)), offset))
  return child === undefined ? [tree] : [tree, ...nodesAt(child, offset)]
}

/** The uses of the name at an offset. Where there is no name, the uses of the file itself. */
export function references(
  { programme, document }: DocumentContext,
  offset: number,
  withDefinition: boolean,
): readonly FileSpan[] {
  const named: Named = nameAt(document, programme, offset) ?? namedBy(document.path)
  const uses = usesOf(named, programme).filter(
    ({ isDefinition }) => withDefinition || !isDefinition,
  )
  const definition = withDefinition ? definitionOf(named, programme) : null
  const isAmongUses = uses.some(
    ({ path, start }) => path === definition?.path && start === definition.start,
  )
  return definition === null || isAmongUses ? uses : [definition, ...uses]
}

export function highlights(
  { programme, document }: DocumentContext,
  offset: number,
): readonly FileSpan[] {
  const named = nameAt(document, programme, offset)
  return named === null ? [] : usesOf(named, programme).filter(({ path }) => path === document.path)
}

/** The links, citations and ids of a document that lead to other files. */
export function documentLinks({ programme, document }: DocumentContext): readonly DefinitionLink[] {
  return namesIn(document, programme).flatMap((use) => {
    const to = use.isDefinition ? null : definitionOf(use, programme)
    return to === null || to.path === document.path ? [] : [{ from: use, to }]
  })
}
