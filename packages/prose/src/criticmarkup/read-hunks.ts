import { plainSigns } from '../plain-signs.ts'
import { type BaseText, fieldText } from './base-text.ts'
import { carryHunks } from './carry-hunks.ts'
import { readMarkedText } from './criticmarkup.ts'
import type { Placement } from './hunk.ts'
import { hunksFromSplices } from './hunks-from-splices.ts'
import { overlapping } from './near-hunks.ts'
import { placedSplices } from './placed-splices.ts'

/**
 * Reads the CriticMarkup of an amendment as hunks (single edits) of its base. `at` has the numbers
 * of the quoted blocks, if known.
 */
export function readHunks(base: BaseText, marked: string, at: readonly number[] | null): Placement {
  const text = readMarkedText(marked)
  if (text === null) return { misplaced: 'faulty', quote: '' }
  const placed = placedSplices(base, text, at)
  if ('misplaced' in placed) return placed
  const hunks = hunksFromSplices(base, placed.splices)
  const across = overlapping(hunks)
  return across === undefined ? { hunks } : { misplaced: 'crosses', quote: across.old }
}

/** Reads the marked value of a front matter field as hunks of its current value. */
export function readFieldHunks(field: string, value: string, marked: string): Placement {
  const text = readMarkedText(marked)
  if (text === null) return { misplaced: 'faulty', quote: '' }
  const quoted = fieldText(text.refused.trimEnd())
  const base = fieldText(value)
  // When only the kind of spaces or apostrophes changed since, the offsets of the quotation hold.
  if (plainSigns(quoted.text) === plainSigns(base.text.trimEnd()))
    return { hunks: hunksFromSplices(base, text.changes, field) }
  return carryHunks(hunksFromSplices(quoted, text.changes, field), quoted, base)
}
