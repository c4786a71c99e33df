import { type Amendment, markedTextOf, type Programme } from '@cahier/core'
import { baseText, type Hunk, readHunks } from '@cahier/prose'
import { headSize } from './field-hunks.ts'
import { standAgainst } from './place-amendment.ts'
import type { Quotation } from './quotation.ts'
import { isTaken } from './taken.ts'

/**
 * What was taken of amendments, in the coordinates of what they quote; `null` when one of them
 * cannot be read there, or stands against another.
 */
export function quotedHunks(
  { text, ordinals }: Quotation,
  programme: Programme,
  adopted: readonly Amendment[],
): readonly Hunk[] | null {
  const quoted = baseText(text)
  const hunks: Hunk[] = []
  for (const amendment of adopted) {
    const marked = markedTextOf(amendment, programme)
    if (marked.trim() === '') continue
    const at = amendment.at.map((ordinal) => ordinals.get(ordinal) ?? 0)
    const placed = readHunks(quoted, marked, at.length > 0 ? at : null)
    if ('misplaced' in placed) return null
    const offset = headSize(amendment.head)
    const own = placed.hunks
      .map((hunk) => ({ ...hunk, rank: hunk.rank + offset }))
      .filter(({ rank }) => isTaken(amendment, rank))
    if (standAgainst(own, hunks)) return null
    hunks.push(...own)
  }
  return hunks
}
