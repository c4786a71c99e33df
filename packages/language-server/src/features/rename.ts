import type { Span } from '@cahier/prose'
import { type DocumentContext, isIn, spanOf } from '../context.ts'
import { type Named, nameAt, namedBy } from '../names/name-uses.ts'
import { titlePlace } from '../names/names-of.ts'
import { isRenamable, planRenaming } from '../rename/plan-renaming.ts'
import { type RenameRefusal, type Renaming, refusal } from '../rename/renaming.ts'

/**
 * The thing to rename at an offset: the thing named there, or the file when the offset is in its
 * title. `null` if it cannot be renamed.
 */
export function renamable(context: DocumentContext, offset: number): (Named & Span) | null {
  const found = namedAt(context, offset)
  return found !== null && isRenamable(found, context.programme) ? found : null
}

export function rename(
  context: DocumentContext,
  offset: number,
  name: string,
): Renaming | RenameRefusal {
  const found = renamable(context, offset)
  if (found !== null) return planRenaming(context.programme, found, name.trim())
  return refusal(
    'ici ne se renomment que les axes, les propositions, les collectifs et les sources',
    'only axes, proposals, collectives and sources can be renamed here',
  )
}

function namedAt({ programme, document }: DocumentContext, offset: number): (Named & Span) | null {
  const use = nameAt(document, programme, offset)
  if (use !== null) return use
  const place = titlePlace(document)
  const span = place && spanOf(place)
  return span && isIn(span, offset) ? { ...namedBy(document.path), ...span } : null
}
