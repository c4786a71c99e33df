import { type BaseText, fieldText } from './base-text.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Hunk } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import { readMarkedText } from './marked-text.ts'
import type { Misplaced } from './misplaced.ts'
import { overlapping } from './overlapping.ts'
import { placedSplices } from './placed-splices.ts'
import { plainSigns } from './plain-signs.ts'

/** The hunks of an amendment, or why they have no certain place. */
export type Placement = { readonly hunks: readonly Hunk[] } | Misplaced

/**
 * Reads the marked text of an amendment as hunks of its base. `at`: for each block quoted, its
 * ordinal in the base; `null` when not given.
 */
export function readHunks(base: BaseText, marked: string, at: readonly number[] | null): Placement {
  const text = readMarkedText(marked)
  if (text === null) return { misplaced: 'faulty', quote: '' }
  const placed = placedSplices(base, text, at)
  if ('misplaced' in placed) return placed
  const hunks = hunksOf(base, placed.splices)
  const across = overlapping(hunks)
  return across === undefined ? { hunks } : { misplaced: 'crosses', quote: across.old }
}

/** Reads the marked value of a field as hunks of the value it has. */
export function readFieldHunks(field: string, value: string, marked: string): Placement {
  const text = readMarkedText(marked)
  if (text === null) return { misplaced: 'faulty', quote: '' }
  const quoted = fieldText(text.refused.trimEnd())
  const base = fieldText(value)
  // Mended in one of the two since, spaces and apostrophes move nothing.
  if (plainSigns(quoted.text) === plainSigns(base.text.trimEnd()))
    return { hunks: hunksOf(base, text.changes, field) }
  return followedHunks(hunksOf(quoted, text.changes, field), quoted, base)
}
