import { ownCopy } from '../units.ts'
import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/**
 * The words of a passage. Passages with the same words share them, and the results computed from
 * them.
 */
export class Prose {
  /** The words; code, images, citations, note calls and raw HTML are `OBJECT`. */
  readonly written: string
  /** The same, unit for unit, with `OBJECT` for addresses, file names and formulas. */
  readonly text: string
  readonly glance: Glance
  /** Cached results, the last one first. */
  kept: Kept | null = null

  /** `text` is given when the source protects more than the words show. */
  constructor(written: string, text = proseOnly(written)) {
    this.written = written
    this.text = text
    this.glance = glanceAt(text)
  }
}

/** A cached result of one reader, for one setting. */
interface Kept {
  readonly read: unknown
  readonly by: unknown
  readonly value: unknown
  readonly next: Kept | null
  readonly rank: number
}

/** Caches the result of a reader for these words and a setting: a vocabulary, a language. */
export function keep(prose: Prose, read: unknown, by: unknown, value: unknown): void {
  const rank = prose.kept === null ? 1 : prose.kept.rank + 1
  // Few readers exist, and settings seldom change.
  prose.kept =
    rank > MOST_KEPT
      ? { read, by, value, next: null, rank: 1 }
      : { read, by, value, next: prose.kept, rank }
}

const MOST_KEPT = 30

/**
 * Caches the results of a reader per words and setting. Not `memoize`: V8 would take long-lived
 * results and trees as equally long-lived, and copy each tree before it is freed.
 */
export function keptInProse<By, Read>(
  read: (prose: Prose, by: By) => Read,
): (prose: Prose, by: By) => Read {
  return (prose, by) => {
    for (let kept = prose.kept; kept !== null; kept = kept.next)
      if (kept.read === read && kept.by === by) return kept.value as Read
    const value = read(prose, by)
    keep(prose, read, by, value)
    return value
  }
}

/**
 * The shared words of a text, while they are in the cache: texts from one template have many in
 * common.
 */
export function proseOf(written: string): Prose {
  const known = now.get(written)
  if (known !== undefined) return known
  const prose = before.get(written) ?? new Prose(ownCopy(written))
  if (signs > ROOM) {
    before = now
    now = new Map()
    signs = 0
  }
  now.set(prose.written, prose)
  signs += written.length + SIGNS_OF_ONE
  return prose
}

let now = new Map<string, Prose>()
let before = new Map<string, Prose>()
let signs = 0

/** Size of a generation of the cache, in UTF-16 units. */
const ROOM = 3_000_000
/** Size of an entry besides its words. */
const SIGNS_OF_ONE = 200
