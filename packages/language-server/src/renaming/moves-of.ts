import { folderOf, type Programme } from '@cahier/core'
import type { Named } from '../name-uses.ts'
import type { Move } from './renaming.ts'

/** The files and folders that bear a name, and where they go. */
export function movesOf(programme: Programme, { kind, id }: Named, name: string): readonly Move[] {
  const paths = [...programme.documents, ...programme.records, ...programme.signatures].map(({ path }) => path)
  const candidates =
    kind === 'proposal'
      ? [
          ...paths
            .filter((path) => new RegExp(`^axes/[^/]+/${id}\\.md$`).test(path))
            .map((path) => moveTo(path, `axes/${folderOf(path)}/${name}.md`)),
          moveTo(`decisions/${id}.yaml`, `decisions/${name}.yaml`),
          moveTo(`decisions/${id}`, `decisions/${name}`),
          moveTo(`amendments/${id}`, `amendments/${name}`),
        ]
      : kind === 'collective'
        ? [
            ...['collectives', 'positions'].map((folder) => moveTo(`${folder}/${id}.yaml`, `${folder}/${name}.yaml`)),
            ...paths
              .filter((path) => new RegExp(`^decisions/.*/positions/${id}\\.yaml$`).test(path))
              .map((path) => moveTo(path, path.replace(/[^/]*$/, `${name}.yaml`))),
          ]
        : []
  return candidates.filter(({ from }) => paths.some((path) => path === from || path.startsWith(`${from}/`)))
}

/** Where a path is found once all is moved. */
export function movedPath(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length)
  }
  return path
}

function moveTo(from: string, to: string): Move {
  return { from, to }
}
