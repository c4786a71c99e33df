import { folderOf, kindOf, type Programme } from '@cahier/core'
import type { Span } from '@cahier/prose'
import { type DocumentContext, isIn, spanOf } from '../context.ts'
import { titlePlace } from '../names/defined-names.ts'
import { type Named, nameAt, namedBy } from '../names/name-uses.ts'
import {
  isRenamable,
  planPageRenaming,
  planRenaming,
  renamedProgramme,
} from '../rename/plan-renaming.ts'
import {
  type Move,
  movedPath,
  type RenameRefusal,
  type Renaming,
  refusal,
} from '../rename/renaming.ts'
import { textChanges } from './text-changes.ts'

/**
 * What can be renamed at an offset: the cursor is on its name, or on the title of its file. `null`
 * if nothing can.
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

/**
 * The edits that follow when a user renames files or axis folders in the file list of the editor.
 * `null` when no id and no path of a page changes. A move to another folder counts only for pages.
 */
export function planFileMoves(
  programme: Programme,
  files: readonly Move[],
): Renaming | RenameRefusal | null {
  let after = programme
  const moves: Move[] = []
  const now = (path: string) => moves.reduce((at, move) => movedPath(at, [move]), path)
  for (const { from, to } of files) {
    const plan = planMove(after, now(from), to)
    if (plan === null) continue
    if ('refused' in plan) return plan
    // The next renaming applies to the result of this one.
    after = renamedProgramme(after, plan.edits, plan.moves)
    moves.push(...plan.moves)
  }
  if (moves.length === 0) return null
  const texts = new Map(
    [...after.documents, ...after.records].map(({ path, text }) => [path, text]),
  )
  const edits = [...programme.documents, ...programme.records].flatMap(({ path, text }) =>
    textChanges(path, text, texts.get(now(path)) ?? text),
  )
  return { edits, moves: moves.filter((move) => !files.some(({ from }) => from === move.from)) }
}

function planMove(programme: Programme, from: string, to: string): Renaming | RenameRefusal | null {
  const isThere = programme.documents.some(({ path }) => path === from)
  if (kindOf(from) === 'page' && kindOf(to) === 'page' && isThere)
    return planPageRenaming(programme, { from, to })
  const [named, meant] = [nameGivenBy(from), nameGivenBy(to)]
  if (
    !isRenamable(named, programme) ||
    meant.kind !== named.kind ||
    folderOf(from) !== folderOf(to)
  )
    return null
  return planRenaming(programme, named, meant.id)
}

function nameGivenBy(path: string): Named {
  const [, axis] = /^axes\/([^/]+)$/.exec(path) ?? []
  return axis === undefined ? namedBy(path) : { kind: 'axis', id: axis }
}
