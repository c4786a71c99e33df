import type { DocumentContext, FileSpan } from '../context.ts'
import { type Named, nameAt, namedBy, usesOf } from '../names/name-uses.ts'
import { definitionOf } from '../names/names-of.ts'

/** The places that name the thing at an offset; if there is none, the places that name the file. */
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
