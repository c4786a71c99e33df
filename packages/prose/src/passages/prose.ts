import { ownCopy } from '../own-copy.ts'
import { type Glance, glanceAt } from './glance.ts'
import { proseOnly } from './protected-stretches.ts'

/** The words of a passage. */
export class Prose {
  /** The words; `OBJECT` replaces code, images, citations, note calls and raw HTML. */
  readonly written: string
  /** The same words; `OBJECT` also replaces each unit of addresses, file names and formulas. */
  readonly text: string
  readonly glance: Glance
  /** `text` is given when the caller knows more protected parts than the words show. */
  constructor(written: string, text = proseOnly(written)) {
    this.written = written
    this.text = text
    this.glance = glanceAt(text)
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
