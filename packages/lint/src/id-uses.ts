import type { Document, MessageData, Place } from '@cahier/core'
import { nearest } from '@cahier/core'
import { fieldsAt, textsAt } from './fields-at.ts'
import type { RuleContext } from './rule.ts'

/** One place of a head where an id is written. */
export interface IdUse {
  readonly id: string
  readonly place: Place
}

/** The ids written as values at these patterns. */
export function idsIn(document: Document, ...patterns: readonly string[]): readonly IdUse[] {
  return patterns.flatMap((pattern) => textsAt(document, pattern).map(({ value, place }) => ({ id: value, place: place.value })))
}

/** The ids written as keys of the maps at these patterns. */
export function keysIn(document: Document, ...patterns: readonly string[]): readonly IdUse[] {
  return patterns.flatMap((pattern) => fieldsAt(document, `${pattern}/*`).flatMap(({ key, place }) => (place.key === null ? [] : [{ id: key, place: place.key }])))
}

/**
 * Reports the ids that are not known, with the rule's messages `unknownNear` (`id`, `meant`) and `unknown` (`id`): once an id, the other
 * places being related, since one slip copied twice is one slip. What members said and what rounds recorded is never mended unasked.
 */
export function reportUnknown({ document, report }: RuleContext, uses: readonly IdUse[], known: Iterable<string>, data: MessageData = {}): void {
  const all = new Set(known)
  const unknown = new Map<string, Place[]>()
  for (const { id, place } of uses) if (!all.has(id)) unknown.set(id, [...(unknown.get(id) ?? []), place])
  for (const [id, [first, ...others]] of unknown) {
    if (first === undefined) continue
    const meant = nearest(id, [...all])
    const related = others.map((place) => ({ path: document.path, place }))
    const edits = [first, ...others].map(({ start, end }) => ({ path: document.path, start: start.offset, end: end.offset, text: meant }))
    const mendable = meant !== '' && document.kind !== 'positions' && document.kind !== 'decisions'
    report(meant === '' ? 'unknown' : 'unknownNear', first, { ...data, id, meant }, { ...(mendable && { edits }), ...(related.length > 0 && { related }) })
  }
}
