import { acceptAll, readCriticMarkup, refuseAll } from '../criticmarkup.ts'
import type { Splice } from '../spliced.ts'

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
export function readMarkedText(marked: string): MarkedText | null {
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
