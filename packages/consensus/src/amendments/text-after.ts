import type { Amendment, Programme } from '@cahier/core'
import type { Hunk } from '@cahier/prose'
import { adoptedText } from './adopted-text.ts'
import type { Amended } from './amended.ts'
import { placeAmendment, standAgainst, type TextOf } from './place-amendment.ts'
import { isTaken } from './taken.ts'

/**
 * The text once amendments on record as adopted together are made again; `null` when one has no
 * certain place there, or two collide.
 */
export function textAfter(
  programme: Programme,
  before: Amended,
  together: readonly Amendment[],
  textOf: TextOf,
): string | null {
  const taken: Hunk[] = []
  for (const amendment of together) {
    const placed = placeAmendment(programme, before, amendment, textOf)
    if ('misplaced' in placed) return null
    const own = placed.hunks.filter(({ rank }) => isTaken(amendment, rank))
    if (standAgainst(own, taken)) return null
    taken.push(...own)
  }
  return adoptedText(before.document, taken)
}
