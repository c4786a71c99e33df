import { corrections, frenchHouse } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { englishQuotes } from './english-quotes.ts'
import { setInlines } from './set-inlines.ts'

/**
 * The inline nodes of one block with English typography: curly quotes and apostrophes, ellipses, no
 * stray space. Never changes a word.
 */
export function englishInlines<T extends PhrasingContent>(nodes: readonly T[]): T[] {
  return setInlines(
    nodes,
    'en',
    (prose) => corrections(prose, { language: 'en', house: FRANCE, keepsWords: true }),
    englishQuotes,
  )
}

// No rule of English asks for one.
const FRANCE = frenchHouse()
