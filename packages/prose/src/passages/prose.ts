import { ownCopy } from '../units.ts'
import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/** The words of a passage, and a cache of what was computed from them. */
export class Prose {
  /** The words; `OBJECT` replaces code, images, citations, note calls and raw HTML. */
  readonly written: string
  /** The same words; `OBJECT` also replaces each unit of addresses, file names and formulas. */
  readonly text: string
  readonly glance: Glance
  /** The cached results, a linked list with the last one first. */
  kept: Kept | null = null

  /** `text` is given when the caller knows more protected parts than the words show. */
  constructor(written: string, text = proseOnly(written)) {
    this.written = written
    this.text = text
    this.glance = glanceAt(text)
  }
}

/** A cached result of the function `read`, for the setting `by`. */
interface Kept {
  readonly read: unknown
  readonly by: unknown
  readonly value: unknown
  readonly next: Kept | null
  readonly rank: number
}

/** Caches a result of the function `read` for these words and one setting. */
export function cacheInProse(prose: Prose, read: unknown, by: unknown, value: unknown): void {
  const rank = prose.kept === null ? 1 : prose.kept.rank + 1
  // The list is dropped when full: few functions use it, and settings seldom change.
  prose.kept =
    rank > MOST_KEPT
      ? { read, by, value, next: null, rank: 1 }
      : { read, by, value, next: prose.kept, rank }
}

const MOST_KEPT = 30

/**
 * Caches the results of a function in each `Prose`, per setting. Not `memoize`: V8 would treat the
 * results and trees as long-lived, and copy each tree before freeing it.
 */
export function cachedInProse<By, Read>(
  read: (prose: Prose, by: By) => Read,
): (prose: Prose, by: By) => Read {
  return (prose, by) => {
    for (let kept = prose.kept; kept !== null; kept = kept.next)
      if (kept.read === read && kept.by === by) return kept.value as Read
    const value = read(prose, by)
    cacheInProse(prose, read, by, value)
    return value
  }
}

/**
 * The `Prose` of a text, shared through a cache: texts made from one template have many in common.
 */
export function proseOf(written: string): Prose {
  const known = recent.get(written)
  if (known !== undefined) return known
  const prose = older.get(written) ?? new Prose(ownCopy(written))
  if (recentSize > MOST_UNITS) {
    older = recent
    recent = new Map()
    recentSize = 0
  }
  recent.set(prose.written, prose)
  recentSize += written.length + UNITS_PER_ENTRY
  return prose
}

let recent = new Map<string, Prose>()
let older = new Map<string, Prose>()
let recentSize = 0

/** Size of one of the two generations of the cache, in UTF-16 units. */
const MOST_UNITS = 3_000_000
const UNITS_PER_ENTRY = 200
