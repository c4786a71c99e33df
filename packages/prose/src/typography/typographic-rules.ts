import { SEEN } from '../passages/glance.ts'
import { abbreviationForms, abbreviationSpaces, centurySpaces } from './abbreviations.ts'
import type { Change, TypographicName } from './change.ts'
import { composedCharacters } from './composed-characters.ts'
import { correctDates } from './dates.ts'
import { guillemets } from './guillemets.ts'
import { decimalCommas, digitGroups, UNITS, unitSpaces } from './numbers.ts'
import { apostrophes, ellipses, etceteras, lostApostrophes } from './signs.ts'
import { type FrenchHouse, SPACE } from './spaces.ts'
import {
  doubleSpaces,
  elidedSpaces,
  englishDoubleSpaces,
  englishLooseSpaces,
  looseSpaces,
  punctuationSpaces,
} from './spacing.ts'
import { correctCapitals, correctLigatures, correctOrdinals } from './word-forms.ts'

/** A rule of typography; `find` returns its changes of a text, in order and without overlap. */
export interface TypographicRule {
  readonly name: TypographicName
  readonly find: (text: string, house: FrenchHouse) => readonly Change[]
  /** Bits of `SEEN`: a text without one of these signs has nothing to change. */
  readonly among: number
  /** A text without a match has nothing to change either. */
  readonly hint?: RegExp
  /** Codes of two letters; every language by default. */
  readonly languages?: readonly string[]
  /** True when words change, not only signs and spaces: never when a text is printed. */
  readonly changesWords?: true
}

const UNIT = new RegExp(`\\d${SPACE}*(?:[%‰€$£¥]|(?:[kK]|M|Md)€|(?:${UNITS})(?![a-zA-Z\\d]))`)

/** All rules, in the order they are applied. */
export const TYPOGRAPHIC_RULES: readonly TypographicRule[] = [
  { name: 'unicode', find: composedCharacters, among: SEEN.composable },
  { name: 'spaces', find: doubleSpaces, among: SEEN.twoSpaces, languages: ['fr'] },
  { name: 'spaces', find: englishDoubleSpaces, among: SEEN.twoSpaces, languages: ['en'] },
  { name: 'spaces', find: looseSpaces, among: SEEN.looseSpace, languages: ['fr'] },
  {
    name: 'spaces',
    find: elidedSpaces,
    among: SEEN.straightApostrophe | SEEN.curlyQuote,
    hint: /[a-zA-Z](?:['’][ \u00A0\u202F]|[ \u00A0\u202F]+['’])/,
    languages: ['fr'],
  },
  {
    name: 'spaces',
    find: englishLooseSpaces,
    among: SEEN.looseSpace | SEEN.spaceBeforeMark,
    languages: ['en'],
  },
  { name: 'ellipsis', find: ellipses, among: SEEN.twoPoints | SEEN.ellipsis },
  {
    name: 'ellipsis',
    find: etceteras,
    among: SEEN.twoPoints | SEEN.ellipsis,
    languages: ['fr', 'en'],
    changesWords: true,
  },
  {
    name: 'apostrophe',
    find: apostrophes,
    among: SEEN.straightApostrophe | SEEN.otherApostrophe,
    languages: ['fr'],
  },
  {
    name: 'apostrophe',
    find: lostApostrophes,
    among: SEEN.mark,
    hint: /[cdjlmnstu]\?[a-zà-ÿ]/i,
    languages: ['fr'],
  },
  {
    name: 'quotes',
    find: guillemets,
    among: SEEN.straightQuote | SEEN.guillemet,
    languages: ['fr'],
  },
  {
    name: 'ordinals',
    find: correctOrdinals,
    among: SEEN.digit | SEEN.romanDigit,
    hint: /[\dIVXLC](?:[ \u00A0]?i?[eéè][mr]|è|n(?<=2n))/,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'ordinals',
    find: correctDates,
    among: SEEN.digit,
    hint: /(?:[1-9]|1er)[ \u00A0\u202F][ADFJMNOS]|1[°º]?[ \u00A0\u202F][adfjmnos]|\/(?:19|20)\d\d|[LMVJSD]\p{Ll}{3,7}[ \u00A0\u202F]\d/u,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'ligatures',
    find: correctLigatures,
    among: SEEN.any,
    hint: /oe|ae/i,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'accented-capitals',
    find: correctCapitals,
    among: SEEN.bareCapital | SEEN.capitalA,
    hint: /[EI]|Ca |A[gG][eE]/,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'abbreviations',
    find: abbreviationForms,
    among: SEEN.any,
    hint: /M(?:me|mes|lle|lles)\.|Mr|M[ \u00A0]\p{Lu}|(?:art|p)[ \u00A0]\d|[eE]ct(?!\p{L})|[nN](?:[º⁰]|[ \u00A0\u202F]°)|N°|[cC]f[ \u00A0]|c(?:\.-?|-)[aà]|càd|p\.ex|[Ee]tc(?![.a-z])/u,
    languages: ['fr'],
    changesWords: true,
  },
  { name: 'punctuation-space', find: punctuationSpaces, among: SEEN.mark, languages: ['fr'] },
  {
    name: 'number-space',
    find: digitGroups,
    among: SEEN.digit,
    hint: /\d[ \u00A0\u202F\u2009\u2007.]\d{3}|\d{5}/,
    languages: ['fr'],
  },
  {
    name: 'number-space',
    find: decimalCommas,
    among: SEEN.digit,
    hint: /\d\.\d/,
    languages: ['fr'],
    changesWords: true,
  },
  { name: 'symbol-space', find: unitSpaces, among: SEEN.digit, hint: UNIT, languages: ['fr'] },
  {
    name: 'abbreviations',
    find: abbreviationSpaces,
    among: SEEN.any,
    hint: /M[.ml]|[DP]r[. \u00A0\u202F\u2009\u2007]|[°§]|\.[ \u00A0\u202F\u2009\u2007]+(?:\d|ex\.)|[a-z]\.\d/i,
    languages: ['fr'],
  },
  { name: 'century', find: centurySpaces, among: SEEN.space, hint: /siècle/, languages: ['fr'] },
]
