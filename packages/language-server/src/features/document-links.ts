import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { namesIn } from '../names/name-uses.ts'
import { definitionOf } from '../names/names-of.ts'

/** A stretch that leads to a file of the programme, and where in it. */
export interface DocumentLink extends Span {
  readonly path: string
  readonly at: number
}

/**
 * What can be followed in a document: links to other files, citations, ids of proposals and
 * collectives. Links to other sites are the editor's own business.
 */
export function documentLinks({ programme, document }: DocumentContext): readonly DocumentLink[] {
  return namesIn(document, programme).flatMap((use) => {
    const to = use.isDefinition ? null : definitionOf(use, programme)
    return to === null || to.path === document.path
      ? []
      : [{ start: use.start, end: use.end, path: to.path, at: to.start }]
  })
}
