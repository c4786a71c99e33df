import { abbreviationForms } from './abbreviation-forms.ts'
import { abbreviationSpaces, centurySpaces } from './abbreviation-spaces.ts'
import { accentedCapitals } from './accented-capitals.ts'
import { apostrophes } from './apostrophes.ts'
import type { Change } from './change.ts'
import { composedCharacters } from './composed-characters.ts'
import { digitGroups } from './digit-groups.ts'
import { doubleSpaces } from './double-spaces.ts'
import { ellipses, etceteras } from './ellipses.ts'
import type { FrenchHouse } from './french-house.ts'
import { guillemets } from './guillemets.ts'
import { ligatures } from './ligatures.ts'
import { englishLooseSpaces, looseSpaces } from './loose-spaces.ts'
import { ordinals } from './ordinals.ts'
import { punctuationSpaces } from './punctuation-spaces.ts'
import { unitSpaces } from './unit-spaces.ts'

/** What a correction is about. */
export type TypographicName =
  | 'unicode'
  | 'spaces'
  | 'ellipsis'
  | 'apostrophe'
  | 'quotes'
  | 'ordinals'
  | 'ligatures'
  | 'accented-capitals'
  | 'abbreviations'
  | 'punctuation-space'
  | 'number-space'
  | 'symbol-space'
  | 'century'

/** One rule: the changes it asks for in a text, in order and apart from each other. */
export interface TypographicRule {
  readonly name: TypographicName
  readonly find: (text: string, house: FrenchHouse) => readonly Change[]
  /** Two letters; every language when there are none. */
  readonly languages?: readonly string[]
  /** It changes what is read aloud, not only signs and spaces: never done in passing, when a text is printed. */
  readonly changesWords?: true
}

/** All rules, in the order they are applied: each sees what the ones before it have done. */
export const TYPOGRAPHIC_RULES: readonly TypographicRule[] = [
  { name: 'unicode', find: composedCharacters },
  { name: 'spaces', find: doubleSpaces },
  { name: 'spaces', find: looseSpaces, languages: ['fr'] },
  { name: 'spaces', find: englishLooseSpaces, languages: ['en'] },
  { name: 'ellipsis', find: ellipses },
  { name: 'ellipsis', find: etceteras, languages: ['fr', 'en'], changesWords: true },
  { name: 'apostrophe', find: apostrophes, languages: ['fr'] },
  { name: 'quotes', find: guillemets, languages: ['fr'] },
  { name: 'ordinals', find: ordinals, languages: ['fr'], changesWords: true },
  { name: 'ligatures', find: ligatures, languages: ['fr'], changesWords: true },
  { name: 'accented-capitals', find: accentedCapitals, languages: ['fr'], changesWords: true },
  { name: 'abbreviations', find: abbreviationForms, languages: ['fr'], changesWords: true },
  { name: 'punctuation-space', find: punctuationSpaces, languages: ['fr'] },
  { name: 'number-space', find: digitGroups, languages: ['fr'] },
  { name: 'symbol-space', find: unitSpaces, languages: ['fr'] },
  { name: 'abbreviations', find: abbreviationSpaces, languages: ['fr'] },
  { name: 'century', find: centurySpaces, languages: ['fr'] },
]
