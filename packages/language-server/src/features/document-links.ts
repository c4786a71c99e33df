import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { namesIn } from '../names/name-uses.ts'
import { definitionOf } from '../names/names-of.ts'

/** A span that links to the offset `at` of another file. */
export interface DocumentLink extends Span {
  readonly path: string
  readonly at: number
}

/**
 * The links of a document to other files: written links, citations, ids. Editors handle links to
 * other sites.
 */
export function documentLinks({ programme, document }: DocumentContext): readonly DocumentLink[] {
  return namesIn(document, programme).flatMap((use) => {
    const to = use.isDefinition ? null : definitionOf(use, programme)
    return to === null || to.path === document.path
      ? []
      : [{ start: use.start, end: use.end, path: to.path, at: to.start }]
  })
}
