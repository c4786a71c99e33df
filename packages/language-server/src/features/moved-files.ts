import { folderOf, type Programme } from '@cahier/core'
import { type Named, namedBy } from '../name-uses.ts'
import { isRenamable, planRenaming } from '../renaming/plan-renaming.ts'
import type { Refusal, Renaming } from '../renaming/renaming.ts'

/**
 * What follows when a file, or the folder of an axis, is given another name in the editor's own list of files: the same as renaming what it holds, but for
 * the file or the folder itself, which the editor moves. `null` when it gives nothing its name, or goes to another folder.
 */
export function movedFile(programme: Programme, from: string, to: string): Renaming | Refusal | null {
  const [named, meant] = [nameGivenBy(from), nameGivenBy(to)]
  if (!isRenamable(named, programme) || meant.kind !== named.kind || folderOf(from) !== folderOf(to)) return null
  const plan = planRenaming(programme, named, meant.id)
  return 'refused' in plan ? plan : { ...plan, moves: plan.moves.filter((move) => move.from !== from) }
}

function nameGivenBy(path: string): Named {
  const [, axis] = /^axes\/([^/]+)$/.exec(path) ?? []
  return axis === undefined ? namedBy(path) : { kind: 'axis', id: axis }
}
