import {
  type Document,
  type Kind,
  nearest,
  type Place,
  type Programme,
  slipsBetween,
  slugOf,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { isMemberOrRoundRecord } from '../document/documents.ts'
import { fieldsAt, textsAt } from '../document/fields-at.ts'
import type { RuleContext } from '../engine/rule.ts'
import { existsUnread } from './unread-files.ts'

/** A place in the front matter where an id is written. */
export interface IdUse {
  readonly id: string
  readonly place: Place
  /** Whether it is an item of a list. */
  readonly isItem: boolean
}

/**
 * The ids written as values at these patterns; `*` at the end gives list items. Values of a map are
 * skipped there: the schema reports it.
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

/** Several ids in one item, « climat et libertes », with commas: `climat, libertes`; else `''`. */
export function severalIds({ id, isItem }: IdUse, known: ReadonlySet<string>): string {
  const parts = id.split(/[\s;+&/]+(?:(?:et|and)\s+)?/)
  return isItem && parts.length > 1 && parts.every((part) => known.has(part))
    ? parts.join(', ')
    : ''
}

/** The known id whose title or name is the written text; `''` when there is none. */
function titled(
  written: string,
  known: ReadonlySet<string>,
  { proposals, axes, collectives }: Programme,
): string {
  const slug = slugOf(written)
  const members = collectives.map(({ id, name }) => ({ id, title: name }))
  const named = [...proposals, ...axes, ...members].filter(({ id }) => known.has(id))
  return named.find(({ title }) => slugOf(title) === slug)?.id ?? ''
}

/**
 * Reports unknown ids of one kind, each once with its other places, by `unknownNear` (`id`,
 * `meant`) or `unknown` (`id`). Never suggests the `own` id. No edit for an uncertain suggestion,
 * in stances (answers of members) or in records of rounds.
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
  // Suggestions are costly.
  if (unknown.size === 0) return
  const meanable = new Set([...known].filter((id) => id !== own))
  for (const [id, [first, ...others]] of unknown) {
    if (first === undefined || existsUnread(programme, kind, id)) continue
    // `slugOf`: the known id may itself be badly written.
    const near = nearest(id, [...meanable])
    const meant = severalIds(first, known) || slugOf(near || titled(id, meanable, programme))
    if (meant === id) continue
    const related = others.map(({ place }) => ({ place }))
    const isFixable =
      meant !== '' && !isMemberOrRoundRecord(document) && (near === '' || isSure(id, near, kind))
    const edits = [first, ...others].map(({ place: { start, end } }) => ({
      start: start.offset,
      end: end.offset,
      text: meant,
    }))
    const more = { edits: isFixable ? edits : [], related }
    report(meant === '' ? 'unknown' : 'unknownNear', first.place, { id, meant }, more)
  }
}

// One letter may make another collective.
function isSure(id: string, near: string, kind: Kind): boolean {
  return kind === 'collective' ? slipsBetween(id, near) === 0 : isSlip(id, near)
}

/**
 * Whether an unknown name is surely a slip for a known one: at most one slip, and the same digits.
 */
export function isSlip(written: string, meant: string): boolean {
  return slipsBetween(written, meant) <= 1 && digitsOf(written) === digitsOf(meant)
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}
