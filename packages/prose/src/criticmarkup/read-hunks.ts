import { plainSigns } from '../letters.ts'
import type { Splice } from '../span.ts'
import { type BaseText, fieldText } from './base-text.ts'
import { acceptAll, readCriticMarkup, refuseAll } from './criticmarkup.ts'
import { followedHunks } from './followed-hunks.ts'
import type { Placement } from './hunk.ts'
import { hunksOf } from './hunks-of.ts'
import { overlapping } from './near-hunks.ts'
import { placedSplices } from './placed-splices.ts'

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

/**
 * A text with its marks read: as it was before them, and each change in it. Marks that touch are
 * one change.
 */
export interface MarkedText {
  readonly refused: string
  /** Offsets are those of `refused`; they rise. */
  readonly changes: readonly Splice[]
}

/**
 * Reads CriticMarkup as changes of the text before the marks; `null` when a mark is never closed.
 */
function readMarkedText(marked: string): MarkedText | null {
  const { pieces, faults } = readCriticMarkup(marked.replaceAll('\r\n', '\n'))
  if (faults.length > 0) return null
  const changes: Splice[] = []
  let refused = ''
  let touching = false
  for (const piece of pieces) {
    const [old, young] = [refuseAll([piece]), acceptAll([piece])]
    if (piece.kind === 'same' || piece.kind === 'highlight') touching = touching && old === ''
    else if (old !== '' || young !== '') {
      const last = touching ? changes.at(-1) : undefined
      if (last !== undefined)
        changes[changes.length - 1] = {
          start: last.start,
          end: last.end + old.length,
          text: last.text + young,
        }
      else changes.push({ start: refused.length, end: refused.length + old.length, text: young })
      touching = true
    }
    refused += old
  }
  return { refused, changes }
}
