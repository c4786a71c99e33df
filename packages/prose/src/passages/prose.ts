import { ownCopy } from '../units.ts'
import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/**
 * What a passage says, wherever it stands. Passages that say the same share it, so that what is
 * found in one is known of the other.
 */
export class Prose {
  /** Its words run together; code, images, citations, notes and raw HTML are `OBJECT`. */
  readonly written: string
  /** The same, unit for unit, where addresses, file names and formulas are `OBJECT` too. */
  readonly text: string
  /** What one look at `text` tells of it. */
  readonly glance: Glance
  /** What was read in it. */
  kept: Kept | null = null

  /** `text` where something else of it is no prose than its own words tell. */
  constructor(written: string, text = proseOnly(written)) {
    this.written = written
    this.text = text
    this.glance = glanceAt(text)
  }
}

/** What one reader found, as asked by something, and what was found before. */
interface Kept {
  readonly read: unknown
  readonly by: unknown
  readonly value: unknown
  readonly next: Kept | null
  readonly rank: number
}

/**
 * Keeps with some prose what a reader found in it, as asked by something: a vocabulary, a setting,
 * a language.
 */
export function keep(prose: Prose, read: unknown, by: unknown, value: unknown): void {
  const rank = prose.kept === null ? 1 : prose.kept.rank + 1
  // Few ask, and each by one thing, unless settings change all day.
  prose.kept =
    rank > MOST_KEPT
      ? { read, by, value, next: null, rank: 1 }
      : { read, by, value, next: prose.kept, rank }
}

const MOST_KEPT = 30

/**
 * The same reader of prose, which gives again what it gave as asked by the same thing. Not
 * `memoize`: most of what is kept here lasts, V8 would take it that all that is kept at that place
 * of the code does, and copy each tree of a folder before it goes.
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
 * The prose of these words: the same value as the last time, if they were not read too long ago.
 * Texts made from one template share many passages.
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

/** Signs after which what was not met since is forgotten. */
const ROOM = 3_000_000
/** What a passage weighs besides its words, in signs. */
const SIGNS_OF_ONE = 200
