import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { spanOf } from '../context.ts'
import { type Named, nameAt, namedBy } from '../names/name-uses.ts'
import { titlePlace } from '../names/names-of.ts'
import { isRenamable, planRenaming } from '../rename/plan-renaming.ts'
import { type RenameRefusal, type Renaming, refusal } from '../rename/renaming.ts'

export interface RenameTarget extends Span {
  readonly name: string
}

/**
 * The thing to rename at an offset: the thing named there, or the file when the offset is in its
 * title. `null` if it cannot be renamed.
 */
export function renamable(
  { programme, document }: DocumentContext,
  offset: number,
): RenameTarget | null {
  const found = namedAt({ programme, document }, offset)
  return found !== null && isRenamable(found, programme)
    ? { start: found.start, end: found.end, name: found.id }
    : null
}

export function rename(
  { programme, document }: DocumentContext,
  offset: number,
  name: string,
): Renaming | RenameRefusal {
  const found = namedAt({ programme, document }, offset)
  if (found !== null && isRenamable(found, programme))
    return planRenaming(programme, found, name.trim())
  return refusal(
    'ici ne se renomment que les axes, les propositions, les collectifs et les sources',
    'only axes, proposals, collectives and sources can be renamed here',
  )
}

function namedAt(
  { programme, document }: Pick<DocumentContext, 'programme' | 'document'>,
  offset: number,
): (Named & Span) | null {
  const use = nameAt(document, programme, offset)
  if (use !== null) return use
  const place = titlePlace(document)
  const isOnTitle =
    place !== undefined && place.start.offset <= offset && offset <= place.end.offset
  return isOnTitle ? { ...namedBy(document.path), ...spanOf(place) } : null
}
