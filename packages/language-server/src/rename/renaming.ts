import {
  type Edit,
  folderOf,
  kindOf,
  type Language,
  type PathKind,
  type Programme,
  stemOf,
} from '@cahier/core'
import type { Named } from '../names/name-uses.ts'

/**
 * The edits of a renaming, then its moves of files and folders. Edits use the paths before the
 * moves.
 */
export interface Renaming {
  readonly edits: readonly Edit[]
  readonly moves: readonly Move[]
}

export interface Move {
  readonly from: string
  readonly to: string
}

/** Why a name cannot change, as a sentence. */
export interface RenameRefusal {
  readonly refused: Readonly<Record<Language, string>>
}

/** The refusal for an editor that cannot move files. */
export const MOVES_NOTHING: RenameRefusal = refusal(
  'des fichiers changeraient de nom, et cet éditeur ne dit pas savoir le faire : rien n’est changé',
  'files would change their names, and this editor does not say that it can do so: nothing is changed',
)

export function refusal(fr: string, en: string): RenameRefusal {
  return { refused: { fr, en } }
}

export function movesOf(programme: Programme, named: Named, name: string): readonly Move[] {
  return placesOf(programme, named, name).filter(({ from }) => isThere(programme, from))
}

/** An existing path to which the renaming would move a file, if any. */
export function occupiedPath(programme: Programme, named: Named, name: string): string | undefined {
  return placesOf(programme, named, name).find(({ to }) => isThere(programme, to))?.to
}

function isThere(programme: Programme, place: string) {
  return pathsOf(programme).some((path) => isAt(path, place))
}

function placesOf(programme: Programme, { kind, id }: Named, name: string): readonly Move[] {
  const bearing = (wanted: PathKind) =>
    pathsOf(programme).filter((path) => kindOf(path) === wanted && stemOf(path) === id)
  switch (kind) {
    case 'proposal':
      return [
        ...bearing('proposal').map((from) => ({ from, to: `axes/${folderOf(from)}/${name}.md` })),
        { from: `decisions/${id}.yaml`, to: `decisions/${name}.yaml` },
        { from: `decisions/${id}`, to: `decisions/${name}` },
        { from: `amendments/${id}`, to: `amendments/${name}` },
      ]
    case 'axis':
      return ['axes', 'amendments'].map((folder) => {
        return { from: `${folder}/${id}`, to: `${folder}/${name}` }
      })
    case 'collective':
      return [
        ...['collectives', 'positions'].map((folder) => {
          return { from: `${folder}/${id}.yaml`, to: `${folder}/${name}.yaml` }
        }),
        ...bearing('record')
          .filter((path) => folderOf(path) === 'positions')
          .map((from) => ({ from, to: from.replace(/[^/]*$/, `${name}.yaml`) })),
      ]
    default:
      return []
  }
}

export function movedPath(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => isAt(path, from))
  return move === undefined ? path : move.to + path.slice(move.from.length)
}

function isAt(path: string, place: string) {
  return path === place || path.startsWith(`${place}/`)
}

function pathsOf({ documents, records, signatures }: Programme): readonly string[] {
  return [...documents, ...records, ...signatures].map(({ path }) => path)
}
