import type { Reference } from '@cahier/core'
import type { Work } from '../edition/edition.ts'
import { LEVEL_LABELS } from '../edition/labels.ts'
import { addressOf, fullReference } from '../iso690/full-reference.ts'
import { sortKey } from '../iso690/sort-key.ts'
import type { House } from '../print/press.ts'

/**
 * The works cited, sorted as printed. `cited` gives the measures that cite each; 0, an
 * introduction, is none.
 */
export function composeBibliography(
  cited: ReadonlyMap<string, ReadonlySet<number>>,
  house: House,
): readonly Work[] {
  return [...cited.keys()]
    .flatMap((id) => house.sources.get(id) ?? [])
    .map((source) => ({ source, key: sortKey(source) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ source }) => composeWork(source, [...(cited.get(source.id) ?? [])], house))
}

function composeWork(source: Reference, measures: readonly number[], house: House): Work {
  return {
    id: source.id,
    nodes: house.typeset(fullReference(source, house.language)),
    url: addressOf(source.csl),
    level: source.level,
    levelLabel: LEVEL_LABELS[house.language][source.level],
    reservations: house.text(source.reservations),
    citedIn: measures.filter((measure) => measure > 0).sort((a, b) => a - b),
  }
}
