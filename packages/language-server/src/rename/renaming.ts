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

/** A renaming: edits, under the current paths, then moves of files and folders. */
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

/** The refusal for an editor that cannot move files: half a renaming would be worse. */
export const MOVES_NOTHING: RenameRefusal = refusal(
  'des fichiers changeraient de nom, et cet éditeur ne dit pas savoir le faire : rien n’est changé',
  'files would change their names, and this editor does not say that it can do so: nothing is changed',
)

export function refusal(fr: string, en: string): RenameRefusal {
  return { refused: { fr, en } }
}

export function movesOf(programme: Programme, named: Named, name: string): readonly Move[] {
  const paths = pathsOf(programme)
  return placesOf(programme, named, name).filter(({ from }) =>
    paths.some((path) => isAt(path, from)),
  )
}

/** An existing path to which the renaming would move a file, if any. */
export function occupiedPath(programme: Programme, named: Named, name: string): string | undefined {
  const paths = pathsOf(programme)
  return placesOf(programme, named, name).find(({ to }) => paths.some((path) => isAt(path, to)))?.to
}

function placesOf(programme: Programme, { kind, id }: Named, name: string): readonly Move[] {
  const bearing = (wanted: PathKind) =>
    pathsOf(programme).filter((path) => kindOf(path) === wanted && stemOf(path) === id)
  switch (kind) {
    case 'proposal':
      return [
        ...bearing('proposal').map((path) => moveTo(path, `axes/${folderOf(path)}/${name}.md`)),
        moveTo(`decisions/${id}.yaml`, `decisions/${name}.yaml`),
        moveTo(`decisions/${id}`, `decisions/${name}`),
        moveTo(`amendments/${id}`, `amendments/${name}`),
      ]
    case 'axis':
      return ['axes', 'amendments'].map((folder) => moveTo(`${folder}/${id}`, `${folder}/${name}`))
    case 'collective':
      return [
        ...['collectives', 'positions'].map((folder) =>
          moveTo(`${folder}/${id}.yaml`, `${folder}/${name}.yaml`),
        ),
        ...bearing('record')
          .filter((path) => folderOf(path) === 'positions')
          .map((path) => moveTo(path, path.replace(/[^/]*$/, `${name}.yaml`))),
      ]
    default:
      return []
  }
}

export function movedPath(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (isAt(path, from)) return to + path.slice(from.length)
  }
  return path
}

function moveTo(from: string, to: string): Move {
  return { from, to }
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

function pathsOf({ documents, records, signatures }: Programme): readonly string[] {
  return [...documents, ...records, ...signatures].map(({ path }) => path)
}
