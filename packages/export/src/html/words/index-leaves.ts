import { groupedBy } from '@cahier/prose'
import type { Edition } from '../../edition/edition.ts'
import { ownName } from '../site-pages.ts'
import type { IndexEntry } from './index-entry.ts'

/**
 * A page of the index: the words of an initial, of several that have few, or some of those of one
 * that has many.
 */
export interface IndexLeaf {
  readonly path: string
  readonly title: string
  readonly groups: readonly InitialGroup[]
}

export interface InitialGroup {
  /** `a` to `z`; `''` for anything else. */
  readonly initial: string
  readonly entries: readonly IndexEntry[]
}

/** What the words of a page may weigh, in letters, before the index goes on to another. */
const room = 3600

/** Cuts an index, sorted, into pages. An initial is not parted when it fits on a page. */
export function indexLeaves(
  index: readonly IndexEntry[],
  edition: Pick<Edition, 'language'>,
): readonly IndexLeaf[] {
  const pages: InitialGroup[][] = []
  let left = 0
  for (const group of byInitial(index)) {
    const weight = group.entries.reduce((sum, entry) => sum + weightOf(entry), 0)
    const parts = weight > room ? cut(group) : [group]
    for (const part of parts) {
      if (weight > left || pages.length === 0) {
        pages.push([])
        left = room
      }
      pages.at(-1)?.push(part)
      left -= weight
    }
  }
  const named = new Map<string, number>()
  return pages.map((groups) => {
    const initial = groups[0]?.initial || ownName('autres', edition)
    const nth = (named.get(initial) ?? 0) + 1
    named.set(initial, nth)
    const title = rangeOf(groups.flatMap(({ entries }) => entries))
    return {
      path: `${ownName('mots', edition)}-${initial}${nth === 1 ? '' : `-${nth}`}.html`,
      title,
      groups,
    }
  })
}

/** First and last of some words. */
export function rangeOf(entries: readonly IndexEntry[]): string {
  const [first = '', last = ''] = [entries[0], entries.at(-1)].map(
    (entry) => entry?.label.split(',')[0],
  )
  return first === last ? first : `${first} – ${last}`
}

function byInitial(entries: readonly IndexEntry[]): InitialGroup[] {
  return [...groupedBy(entries, ({ label }) => initialOf(label))].map(([initial, own]) => ({
    initial,
    entries: own,
  }))
}

// « œuvre » is under O, « État » under E.
function initialOf(label: string): string {
  const letter = label.normalize('NFD').charAt(0).toLowerCase().replace('œ', 'o').replace('æ', 'a')
  return /[a-z]/.test(letter) ? letter : ''
}

function cut({ initial, entries }: InitialGroup): InitialGroup[] {
  const parts: IndexEntry[][] = []
  let left = 0
  for (const entry of entries) {
    const weight = weightOf(entry)
    if (weight > left || parts.length === 0) {
      parts.push([])
      left = room
    }
    parts.at(-1)?.push(entry)
    left -= weight
  }
  return parts.map((own) => ({ initial, entries: own }))
}

function weightOf({ label, references }: IndexEntry): number {
  return (
    label.length +
    6 +
    references.reduce(
      (sum, reference) => sum + reference.label.length + reference.address.length + 18,
      0,
    )
  )
}
