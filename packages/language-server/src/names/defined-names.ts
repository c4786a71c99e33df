import type { Document, Place, Programme } from '@cahier/core'
import { fieldsAt, type IdKind, TERM_LISTS } from '@cahier/lint'
import type { FileSpan } from '../context.ts'
import { isSameName, isTermKind, type Named, namedBy } from './name-uses.ts'

export interface TitledName {
  readonly id: string
  readonly title: string
}

/** The files that have a title or a name. `container` is the axis of a proposal, else `''`. */
export function titledFiles(programme: Programme) {
  const { proposals, axes, questions, collectives, transmissions } = programme
  return [
    ...proposals.map(({ id, title, axis, document }) => ({ id, title, container: axis, document })),
    ...[...axes, ...questions].flatMap(({ id, title, document }) =>
      document === null ? [] : [{ id, title, container: '', document }],
    ),
    ...[...collectives, ...transmissions].map(({ id, name, document }) => {
      return { id, title: name, container: '', document }
    }),
  ]
}

export function titlePlace({ places }: Document): Place | undefined {
  return places['/title']?.value ?? places['/name']?.value
}

/** Every id of one kind, with its title. */
export function namesOf(kind: IdKind, programme: Programme): readonly TitledName[] {
  switch (kind) {
    case 'proposal':
      return programme.proposals
    case 'axis':
      return programme.axes
    case 'collective':
      return programme.collectives.map(({ id, name }) => ({ id, title: name }))
    case 'source':
      return programme.sources.map(({ id, csl }) => ({
        id,
        title: typeof csl.title === 'string' ? csl.title : '',
      }))
    default:
      return programme.manifest[TERM_LISTS[kind]]
  }
}

/**
 * Where a name is defined: the title of its file, or its entry in a list. `null` if nothing defines
 * it.
 */
export function definitionOf({ kind, id }: Named, programme: Programme): FileSpan | null {
  if (kind === 'source') return entryIn(programme, 'sources', '/*/id', id)
  if (isTermKind(kind)) return entryIn(programme, 'manifest', `/${TERM_LISTS[kind]}/*/id`, id)
  const document = programme.documents.find(({ path }) => isSameName(namedBy(path), { kind, id }))
  if (document !== undefined) return spotIn(document, titlePlace(document))
  const asset =
    kind === 'file'
      ? [...programme.assets, ...programme.records].find(({ path }) => path === id)
      : undefined
  return asset === undefined ? null : { path: asset.path, start: 0, end: 0 }
}

function entryIn(
  programme: Programme,
  kind: Document['kind'],
  pattern: string,
  id: string,
): FileSpan | null {
  const document = programme.documents.find((one) => one.kind === kind)
  const field = document && fieldsAt(document, pattern).find(({ value }) => value === id)
  return document === undefined || field === undefined ? null : spotIn(document, field.place.value)
}

function spotIn({ path }: Document, place: Place | undefined): FileSpan {
  return { path, start: place?.start.offset ?? 0, end: place?.end.offset ?? 0 }
}
