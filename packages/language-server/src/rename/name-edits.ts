import {
  type Document,
  type Edit,
  editAt,
  escapePointer,
  folderOf,
  kindOf,
  linkedPath,
  type Place,
  type Programme,
  readDocument,
} from '@cahier/core'
import { fieldsAt, linkBase, relativePath, textsAt } from '@cahier/lint'
import { type Named, namesIn, usesOf } from '../names/name-uses.ts'
import { type Move, movedPath } from './renaming.ts'

/** The edits that replace a name in all files of a programme. */
export function nameEdits(
  programme: Programme,
  named: Named,
  name: string,
  moves: readonly Move[],
): readonly Edit[] {
  const ids = usesOf(named, programme)
    .filter(({ isLink }) => !isLink)
    .map(({ path, start, end }) => ({ path, start, end, text: name }))
  return [
    ...ids,
    ...programme.documents.flatMap((document) => linkEdits(document, programme, moves)),
    ...pathEdits(programme, moves),
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
    const target = linkedPath(base, written)
    const moved = movedPath(target, moves)
    // A link between files that move together stays valid.
    if (target === '' || linkedPath(movedPath(base, moves), written) === moved) return []
    const text = relativePath(movedPath(base, moves), moved) + written.replace(/^[^?#]*/, '')
    return [{ path: document.path, start, end, text }]
  })
}

function pathEdits(programme: Programme, moves: readonly Move[]): readonly Edit[] {
  return programme.documents.flatMap((document) => {
    const { kind, path } = document
    if (kind !== 'manifest' && kind !== 'baseline') return []
    const edit = (written: string, place: Place | null): readonly Edit[] => {
      const moved = movedPath(written, moves)
      return place === null || moved === written ? [] : [editAt(path, place, moved)]
    }
    return kind === 'manifest'
      ? textsAt(document, '/lint-paths/*/paths/*').flatMap(({ value, place }) =>
          edit(value, place.value),
        )
      : fieldsAt(document, '/*').flatMap(({ key, place }) => edit(key, place.key))
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

// Each round (a vote) keeps copies of the members' positions, which name members and proposals.
function copyEdits(programme: Programme, { kind, id }: Named, name: string): readonly Edit[] {
  if (kind !== 'proposal' && kind !== 'collective') return []
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
    const place =
      kind === 'proposal'
        ? document.places[`/positions/${escapePointer(id)}`]?.key
        : document.places['/collective']?.value
    return place == null ? [] : [editAt(copy.path, place, name)]
  })
}

// An edition lists its proposals by id.
function editionEdits(programme: Programme, { kind, id }: Named, name: string): readonly Edit[] {
  if (kind !== 'proposal') return []
  return programme.editions.flatMap(({ document: { path, text } }) =>
    [...text.matchAll(/("id"\s*:\s*")([^"]*)"/g)].flatMap((match) => {
      const start = match.index + (match[1] as string).length
      return match[2] === id ? [{ path, start, end: start + id.length, text: name }] : []
    }),
  )
}
