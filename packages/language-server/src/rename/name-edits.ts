import {
  type Document,
  type Edit,
  editAt,
  escapePointer,
  folderOf,
  kindOf,
  type Programme,
  readDocument,
  resolvePath,
} from '@cahier/core'
import { fieldsAt, linkBase, relativePath, textsAt } from '@cahier/lint'
import { type Named, namesIn, usesOf } from '../names/name-uses.ts'
import type { Move } from './renaming.ts'
import { movedPath } from './renaming.ts'

/** The edits that replace a name everywhere: ids, keys, links, records of rounds and editions. */
export function nameEdits(
  programme: Programme,
  named: Named,
  name: string,
  moves: readonly Move[],
): readonly Edit[] {
  const ids = usesOf(named, programme)
    .filter(({ isLink }) => !isLink)
    .map(({ path, start, end }) => ({ path, start, end, text: name }))
  const links = programme.documents.flatMap((document) => linkEdits(document, programme, moves))
  const paths = pathEdits(programme, moves)
  return [
    ...ids,
    ...links,
    ...paths,
    ...serialEdits(programme, ids),
    ...copyEdits(programme, named, name),
    ...editionEdits(programme, named, name),
  ]
}

function linkEdits(
  document: Document,
  programme: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  const base = linkBase(programme, document)
  return namesIn(document, programme).flatMap(({ isLink, start, end }) => {
    if (!isLink) return []
    const written = document.text.slice(start, end)
    const target = resolvePath(base, written)
    const moved = movedPath(target, moves)
    // A link between files that move together stays valid.
    if (target === '' || resolvePath(movedPath(base, moves), written) === moved) return []
    const [, after = ''] = /^[^?#]*(.*)$/s.exec(written) ?? []
    return [
      {
        path: document.path,
        start,
        end,
        text: relativePath(movedPath(base, moves), moved) + after,
      },
    ]
  })
}

// Paths in `lint-paths` of the manifest and in the baseline.
function pathEdits(programme: Programme, moves: readonly Move[]): readonly Edit[] {
  return programme.documents.flatMap((document) => {
    const { kind, path } = document
    if (kind !== 'manifest' && kind !== 'baseline') return []
    const written =
      kind === 'manifest'
        ? textsAt(document, '/lint-paths/*/paths/*').map(({ value, place }) => ({
            value,
            place: place.value,
          }))
        : fieldsAt(document, '/*').map(({ key, place }) => ({ value: key, place: place.key }))
    return written.flatMap(({ value, place }) => {
      const moved = movedPath(value, moves)
      return place === null || moved === value ? [] : [editAt(path, place, moved)]
    })
  })
}

// Every change of a positions file increments its serial.
function serialEdits(programme: Programme, changed: readonly Edit[]): readonly Edit[] {
  const paths = new Set(changed.map(({ path }) => path))
  return programme.positions.flatMap(({ document, serial }) => {
    const place = document.places['/serial']?.value
    if (!paths.has(document.path) || place === undefined) return []
    return [editAt(document.path, place, String(serial + 1))]
  })
}

// Edits in the copies of positions in rounds: a member’s name in its copies, a proposal’s name in
// the copies of its rounds.
function copyEdits(programme: Programme, { kind, id }: Named, name: string): readonly Edit[] {
  const copies = programme.records.filter(
    ({ path }) => kindOf(path) === 'record' && folderOf(path) === 'positions',
  )
  return copies.flatMap((copy) => {
    const isAbout =
      kind === 'proposal'
        ? copy.path.startsWith(`decisions/${id}/`)
        : copy.path.endsWith(`/${id}.yaml`)
    if (!isAbout) return []
    const document = readDocument(copy, 'positions')
    const key = document.places[`/positions/${escapePointer(id)}`]?.key
    const member = fieldsAt(document, '/collective')[0]?.place.value
    const place = kind === 'proposal' ? key : member
    return place === null || place === undefined ? [] : [editAt(copy.path, place, name)]
  })
}

// An edition finds the number of a proposal by its id.
function editionEdits(programme: Programme, { kind, id }: Named, name: string): readonly Edit[] {
  if (kind !== 'proposal') return []
  return programme.editions.flatMap(({ document: { path, text } }) =>
    [...text.matchAll(/("id"\s*:\s*")([^"]*)"/g)].flatMap((match) => {
      const start = match.index + (match[1] as string).length
      return match[2] === id ? [{ path, start, end: start + id.length, text: name }] : []
    }),
  )
}
