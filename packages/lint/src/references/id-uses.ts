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
import { isOnRecord } from '../document/documents.ts'
import { fieldsAt, textsAt } from '../document/fields-at.ts'
import type { RuleContext } from '../engine/rule.ts'
import { isWaiting } from './unread-files.ts'

/** One place of a head where an id is written. */
export interface IdUse {
  readonly id: string
  readonly place: Place
  /** Whether it is an item of a list. */
  readonly isItem: boolean
}

/**
 * The ids written as values at these patterns; one that ends with `*` names items. In a
 * map, which its schema asks to be a list, the value beside a name is no id.
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
 * Ids written one after the other without a comma, « climat et libertes », as they should be
 * written; `''` when the text is no such thing.
 */
export function severalIds({ id, isItem }: IdUse, known: ReadonlySet<string>): string {
  const parts = id.split(/[\s;+&/]+(?:(?:et|and)\s+)?/)
  return isItem && parts.length > 1 && parts.every((part) => known.has(part))
    ? parts.join(', ')
    : ''
}

/**
 * The proposal, axis or collective that people call by its title or name; `''` when none has that
 * one.
 */
function titled(
  written: string,
  kind: Kind,
  known: ReadonlySet<string>,
  { proposals, axes, collectives }: Programme,
): string {
  const titles: Readonly<Partial<Record<Kind, readonly (readonly [id: string, title: string])[]>>> =
    {
      proposal: proposals.map(({ id, title }) => [id, title]),
      axis: axes.map(({ id, title }) => [id, title]),
      collective: collectives.map(({ id, name }) => [id, name]),
    }
  const slug = slugOf(written)
  return titles[kind]?.find(([id, title]) => known.has(id) && slugOf(title) === slug)?.[0] ?? ''
}

/**
 * Reports the ids of one kind that are not known, with the rule's messages `unknownNear` (`id`,
 * `meant`) and `unknown` (`id`): once an id, the other places being related, since one slip copied
 * twice is one slip. The text's `own` id is meant by none of them. What members said and what
 * rounds recorded is never fixed unasked, nor a name that may well be another's.
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
  // Most texts have none, and a large programme has thousands that could be meant.
  if (unknown.size === 0) return
  const meanable = new Set([...known].filter((id) => id !== own))
  for (const [id, [first, ...others]] of unknown) {
    if (first === undefined || isWaiting(programme, kind, id)) continue
    // Of a file whose name is at fault, the one that it should have.
    const near = nearest(id, [...meanable])
    const meant = severalIds(first, known) || slugOf(near || titled(id, kind, meanable, programme))
    if (meant === id) continue
    const related = others.map(({ place }) => ({ path: document.path, place }))
    const edits = [first, ...others].map(({ place }) => ({
      path: document.path,
      start: place.start.offset,
      end: place.end.offset,
      text: meant,
    }))
    const mendable =
      meant !== '' && !isOnRecord(document) && (near === '' || isSure(id, near, kind))
    report(
      meant === '' ? 'unknown' : 'unknownNear',
      first.place,
      { id, meant },
      { ...(mendable && { edits }), ...(related.length > 0 && { related }) },
    )
  }
}

// One letter makes another collective.
function isSure(id: string, near: string, kind: Kind): boolean {
  return kind === 'collective' ? slipsBetween(id, near) === 0 : isSlip(id, near)
}

/**
 * Whether a name that nothing bears is another one with a slip in it: farther than a letter, or
 * with another digit, it may be the name of something else, and only who writes knows.
 */
export function isSlip(written: string, meant: string): boolean {
  return slipsBetween(written, meant) <= 1 && digitsOf(written) === digitsOf(meant)
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '')
}
