import { abbreviationForms } from './abbreviation-forms.ts'
import { abbreviationSpaces, centurySpaces } from './abbreviation-spaces.ts'
import { accentedCapitals } from './accented-capitals.ts'
import { apostrophes } from './apostrophes.ts'
import type { Change } from './change.ts'
import { composedCharacters } from './composed-characters.ts'
import { digitGroups } from './digit-groups.ts'
import { doubleSpaces, englishDoubleSpaces } from './double-spaces.ts'
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
  /** Without this in a text there is nothing to find: most texts are clean, and this is a glance. */
  readonly hint: RegExp
  /** Two letters; every language when there are none. */
  readonly languages?: readonly string[]
  /** It changes what is read aloud, not only signs and spaces: never done in passing, when a text is printed. */
  readonly changesWords?: true
}

const TWO_SPACES = /[ \u00A0\u202F\u2009\u2007]{2}/

/** All rules, in the order they are applied: each sees what the ones before it have done. */
export const TYPOGRAPHIC_RULES: readonly TypographicRule[] = [
  { name: 'unicode', find: composedCharacters, hint: /[\u0300-\u036F\u20D0-\u20FF\u0080-\u009F\u0483-\u1DFF\uFB00-\uFB06]/ },
  { name: 'spaces', find: doubleSpaces, hint: TWO_SPACES, languages: ['fr'] },
  { name: 'spaces', find: englishDoubleSpaces, hint: TWO_SPACES, languages: ['en'] },
  { name: 'spaces', find: looseSpaces, hint: /[ \u00A0\u202F\u2009\u2007][,.)]|\([ \u00A0\u202F\u2009\u2007]/, languages: ['fr'] },
  {
    name: 'spaces',
    find: englishLooseSpaces,
    hint: /[ \u00A0\u202F\u2009\u2007][,.);:!?]|\([ \u00A0\u202F\u2009\u2007]/,
    languages: ['en'],
  },
  { name: 'ellipsis', find: ellipses, hint: /\.\.\.|…/ },
  { name: 'ellipsis', find: etceteras, hint: /…|tc\.\./, languages: ['fr', 'en'], changesWords: true },
  { name: 'apostrophe', find: apostrophes, hint: /['‘‛ʼ`´′]/, languages: ['fr'] },
  { name: 'quotes', find: guillemets, hint: /["«»]/, languages: ['fr'] },
  { name: 'ordinals', find: ordinals, hint: /[\dIVXLC] ?[èiéen]/, languages: ['fr'], changesWords: true },
  { name: 'ligatures', find: ligatures, hint: /oe|ae/i, languages: ['fr'], changesWords: true },
  { name: 'accented-capitals', find: accentedCapitals, hint: /[EI]|Ca /, languages: ['fr'], changesWords: true },
  {
    name: 'abbreviations',
    find: abbreviationForms,
    hint: /M(?:me|mes|lle|lles)\.|Mr|[nN][º⁰]|c(?:\.-?|-)[aà]|càd|p\.ex/,
    languages: ['fr'],
    changesWords: true,
  },
  { name: 'punctuation-space', find: punctuationSpaces, hint: /[;:!?]/, languages: ['fr'] },
  { name: 'number-space', find: digitGroups, hint: /\d[ \u00A0\u202F\u2009\u2007.]\d{3}|\d{5}/, languages: ['fr'] },
  { name: 'symbol-space', find: unitSpaces, hint: /\d[ \u00A0\u202F\u2009\u2007]*[%‰€$£¥a-zA-Z°\d]/, languages: ['fr'] },
  {
    name: 'abbreviations',
    find: abbreviationSpaces,
    hint: /M[.ml]|[DP]r[ \u00A0\u202F\u2009\u2007]|[°§]|\.[ \u00A0\u202F\u2009\u2007]+(?:\d|ex\.)/,
    languages: ['fr'],
  },
  { name: 'century', find: centurySpaces, hint: /siècle/, languages: ['fr'] },
]
