import { abbreviationSpaces } from './abbreviation-spaces.ts'
import { apostrophes } from './apostrophes.ts'
import { doubleSpaces } from './double-spaces.ts'
import { ellipses } from './ellipses.ts'
import type { Change } from './flat-text.ts'
import { guillemets } from './guillemets.ts'
import { looseSpaces } from './loose-spaces.ts'
import { numberSpaces } from './number-spaces.ts'
import { punctuationSpaces } from './punctuation-spaces.ts'
import { unitSpaces } from './unit-spaces.ts'

/** One rule: the changes it asks for in the flat text of a block. */
export type FrenchRule = (text: string) => readonly Change[]

/** All rules, in the order they are applied: each sees what the ones before it have done. */
export const FRENCH_RULES: readonly FrenchRule[] = [
  doubleSpaces,
  looseSpaces,
  ellipses,
  apostrophes,
  guillemets,
  punctuationSpaces,
  numberSpaces,
  unitSpaces,
  abbreviationSpaces,
]
