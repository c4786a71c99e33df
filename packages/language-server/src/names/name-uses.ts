import {
  type Document,
  folderOf,
  type Kind,
  kindOf,
  linkedPath,
  memoize,
  type Place,
  type Programme,
  stemOf,
} from '@cahier/core'
import {
  addressPlace,
  fieldsAt,
  ID_FIELDS,
  type IdKind,
  linkBase,
  nodesOf,
  TERM_LISTS,
  type TermKind,
  textsAt,
} from '@cahier/lint'
import { type FileSpan, isIn, spanOf } from '../context.ts'

export type NameKind = IdKind | 'question' | 'amendment' | 'transmission' | 'file'

/**
 * A thing that texts name by an id or a path. The id of an amendment includes a folder:
 * `guichet/plus-tard`.
 */
export interface Named {
  readonly kind: NameKind
  readonly id: string
}

export function isSameName(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.id === other.id
}

/** One use of a name. In a link, the span is that of the address. */
export interface NameUse extends Named, FileSpan {
  readonly isLink: boolean
  /** Whether the use defines the name, as an id in the list of sources does. */
  readonly isDefinition: boolean
}

export function isTermKind(kind: NameKind): kind is TermKind {
  return kind in TERM_LISTS
}

/** Every use of a name in a document: in front matter, then in the text. */
export function namesIn(document: Document, programme: Programme): readonly NameUse[] {
  return namesFrom(document, linkBase(programme, document))
}

const namesFrom = memoize((document: Document, base: string): readonly NameUse[] => [
  ...headNames(document),
  ...bodyNames(document, base),
])

export function nameAt(document: Document, programme: Programme, offset: number): NameUse | null {
  const use = namesIn(document, programme).find((one) => isIn(one, offset))
  return use === undefined ? null : settled(use, programme)
}

export function usesOf(named: Named, programme: Programme): readonly NameUse[] {
  return programme.documents
    .flatMap((document) => namesIn(document, programme))
    .map((use) => settled(use, programme))
    .filter((use) => isSameName(use, named))
}

/**
 * What the file at a path defines, such as an axis or a proposal. Any other file stands for itself.
 */
export function namedBy(path: string): Named {
  const kind = kindOf(path)
  switch (kind) {
    case 'axis':
      return { kind, id: folderOf(path) }
    case 'amendment':
      return { kind, id: `${folderOf(path)}/${stemOf(path)}` }
    case 'proposal':
    case 'collective':
    case 'question':
    case 'transmission':
      return { kind, id: stemOf(path) }
    default:
      return { kind: 'file', id: path }
  }
}

/**
 * The kind of id expected at a JSON pointer, as a key or a value. `null` where none is expected.
 */
export function nameKindAt(kind: Kind, pointer: string, at: 'key' | 'value'): IdKind | null {
  const found = (ID_FIELDS[kind] ?? []).find(([, pattern, where]) => {
    if ((where === 'key') !== (at === 'key') || where === 'given') return false
    return new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(pointer)
  })
  return found?.[0] ?? null
}

// Only the programme shows whether an amended text is a proposal or an axis.
function settled(use: NameUse, { ids }: Programme): NameUse {
  return use.kind === 'proposal' && !ids.proposals.has(use.id) && ids.axes.has(use.id)
    ? { ...use, kind: 'axis' }
    : use
}

function headNames(document: Document): readonly NameUse[] {
  return (ID_FIELDS[document.kind] ?? []).flatMap(([kind, pattern, where]) => {
    const use = (id: string, place: Place): NameUse => ({
      kind,
      id,
      path: document.path,
      ...spanOf(place),
      isLink: false,
      isDefinition: where === 'given',
    })
    if (where === 'key')
      return fieldsAt(document, `${pattern}/*`).flatMap(({ key, place }) =>
        place.key === null ? [] : [use(key, place.key)],
      )
    return textsAt(document, pattern).map(({ value, place }) => use(value, place.value))
  })
}

function bodyNames(document: Document, base: string): readonly NameUse[] {
  const { path } = document
  const use = { path, isDefinition: false }
  return nodesOf(document, 'citation', 'link', 'definition', 'image').flatMap((node) => {
    if (node.type === 'citation')
      return node.items.flatMap(({ key: id, start, end }): readonly NameUse[] =>
        id === '' ? [] : [{ ...use, kind: 'source', id, start, end, isLink: false }],
      )
    const target = linkedPath(base, node.url)
    if (target === '') return []
    const span = spanOf(addressPlace(document, node))
    return [{ ...use, ...namedBy(target), ...span, isLink: true }]
  })
}
