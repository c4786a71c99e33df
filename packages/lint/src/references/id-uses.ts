import {
  type Document,
  folderOf,
  type Kind,
  nearest,
  type Place,
  type Programme,
  slugOf,
  stemOf,
  typingErrorsBetween,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { fieldsAt, isStancesOrVotes, textsAt } from '../document/documents.ts'
import type { RuleContext } from '../engine/rule.ts'
import { ID_FIELDS, type IdKind } from './id-fields.ts'
import { existsUnread } from './unread-files.ts'

/** An id written in front matter or YAML, and its place. */
export interface IdUse {
  readonly id: string
  readonly place: Place
  readonly isItem: boolean
}

/**
 * The ids written as values at these patterns. A final `*` gives the items of a list, not the
 * values of a map.
 */
export function idsIn(document: Document, ...patterns: readonly string[]): readonly IdUse[] {
  return patterns.flatMap((pattern) => {
    const isItem = pattern.endsWith('/*')
    const texts = textsAt(document, pattern).filter(({ place }) => !isItem || place.key === null)
    return texts.map(({ value, place }) => ({ id: value, place: place.value, isItem }))
  })
}

/** The ids written as keys of the maps at these patterns. */
export function keysIn(document: Document, ...patterns: readonly string[]): readonly IdUse[] {
  return patterns.flatMap((pattern) =>
    fieldsAt(document, `${pattern}/*`).flatMap(({ key, place }) =>
      place.key === null ? [] : [{ id: key, place: place.key, isItem: false }],
    ),
  )
}

/**
 * The ids of this kind that a document names. An id that should be the name of its file or folder,
 * but differs, is left out: `reference/identity` reports it.
 */
export function namedIn(document: Document, wanted: IdKind): readonly IdUse[] {
  const { kind, path } = document
  const own = kind === 'amendment' ? folderOf(path) : stemOf(path)
  return (ID_FIELDS[kind] ?? []).flatMap(([of, pattern, where]) => {
    if (of !== wanted || where === 'given') return []
    const uses = where === 'key' ? keysIn(document, pattern) : idsIn(document, pattern)
    return where === 'file' ? uses.filter(({ id }) => id === own) : uses
  })
}

/**
 * The ids in a list item such as « climat et libertes », with commas: `climat, libertes`. `''` when
 * the item is not several known ids.
 */
export function severalIds({ id, isItem }: IdUse, known: ReadonlySet<string>): string {
  const parts = id.split(/[\s;+&/]+(?:(?:et|and)\s+)?/)
  return isItem && parts.length > 1 && parts.every((part) => known.has(part))
    ? parts.join(', ')
    : ''
}

function titled(
  written: string,
  known: ReadonlySet<string>,
  { proposals, axes, collectives }: Programme,
) {
  const slug = slugOf(written)
  const members = collectives.map(({ id, name }) => ({ id, title: name }))
  const named = [...proposals, ...axes, ...members].filter(({ id }) => known.has(id))
  return named.find(({ title }) => slugOf(title) === slug)?.id ?? ''
}

/**
 * Reports each id outside `known` once, with its other places. Never suggests `own`, the id of the
 * document. Stances (answers of members) and records of rounds (votes) get no edit.
 */
export function reportUnknown(
  { programme, document, report }: RuleContext,
  uses: readonly IdUse[],
  kind: Kind,
  known: ReadonlySet<string>,
  own = '',
): void {
  const unknown = groupedBy(
    uses.filter(({ id }) => !known.has(id)),
    ({ id }) => id,
  )
  if (unknown.size === 0) return
  const meanable = new Set([...known].filter((id) => id !== own))
  for (const [id, [first, ...others]] of unknown) {
    if (first === undefined || existsUnread(programme, kind, id)) continue
    // The known id may itself be badly written, so `slugOf` corrects it.
    const near = nearest(id, [...meanable])
    const meant = severalIds(first, known) || slugOf(near || titled(id, meanable, programme))
    if (meant === id) continue
    const related = others.map(({ place }) => ({ place }))
    const isFixable =
      meant !== '' && !isStancesOrVotes(document) && (near === '' || isSure(id, near, kind))
    const edits = [first, ...others].map(({ place: { start, end } }) => ({
      start: start.offset,
      end: end.offset,
      text: meant,
    }))
    const more = { edits: isFixable ? edits : [], related }
    report('unknown', first.place, { id, meant }, more)
  }
}

// Two collectives may differ by one letter.
function isSure(id: string, near: string, kind: Kind) {
  return kind === 'collective' ? typingErrorsBetween(id, near) === 0 : isSlip(id, near)
}

/** Whether a name is surely a mistyped known one: at most one error, and the same digits. */
export function isSlip(written: string, meant: string): boolean {
  return typingErrorsBetween(written, meant) <= 1 && digitsOf(written) === digitsOf(meant)
}

function digitsOf(name: string) {
  return name.replace(/\D/g, '')
}
