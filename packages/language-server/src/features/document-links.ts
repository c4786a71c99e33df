import type { DocumentContext } from '../context.ts'
import { namesIn } from '../names/name-uses.ts'
import { definitionOf } from '../names/names-of.ts'
import type { DefinitionLink } from './definition.ts'

/** The links, citations and ids of a document that lead to other files. */
export function documentLinks({ programme, document }: DocumentContext): readonly DefinitionLink[] {
  return namesIn(document, programme).flatMap((use) => {
    const to = use.isDefinition ? null : definitionOf(use, programme)
    return to === null || to.path === document.path ? [] : [{ from: use, to }]
  })
}
