import { corrections, type FrenchSpacing, frenchSpacing } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { setInlines } from './set-inlines.ts'

/**
 * Applies French typography (spaces, apostrophes, quotes, ellipses, digit groups) to the inline
 * nodes of one block. Never changes a word.
 */
export function frenchInlines<T extends PhrasingContent>(
  nodes: readonly T[],
  house: FrenchSpacing = FRANCE,
): T[] {
  return setInlines(nodes, 'fr', (prose) =>
    corrections(prose, { language: 'fr', house, keepsWords: true }),
  )
}

const FRANCE = frenchSpacing()
