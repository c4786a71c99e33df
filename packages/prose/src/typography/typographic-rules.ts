import { SIGN_KINDS } from '../passages/sign-kinds.ts'
import { abbreviationForms, abbreviationSpaces, centurySpaces } from './abbreviations.ts'
import { apostrophes, ellipses, etceteras, lostApostrophes } from './apostrophes-and-ellipses.ts'
import type { Change, TypographicName } from './change.ts'
import { correctDates } from './dates.ts'
import { correctCapitals, correctLigatures, correctOrdinals } from './french-spelling.ts'
import { guillemets } from './guillemets.ts'
import { decimalCommas, digitGroups, UNITS, unitSpaces } from './numbers.ts'
import { repairedCharacters } from './repaired-characters.ts'
import { type FrenchSpacing, SPACE } from './spaces.ts'
import {
  doubleSpaces,
  elidedSpaces,
  englishDoubleSpaces,
  englishLooseSpaces,
  looseSpaces,
  punctuationSpaces,
} from './spacing.ts'

/** A rule of typography; `find` returns its changes of a text, in order and without overlap. */
export interface TypographicRule {
  readonly name: TypographicName
  readonly find: (text: string, house: FrenchSpacing) => readonly Change[]
  /** Bits of `SIGN_KINDS`: a text without any of these signs has nothing to change. */
  readonly among: number
  /** A text without a match has nothing to change. */
  readonly hint?: RegExp
  /** Codes of two letters; every language by default. */
  readonly languages?: readonly string[]
  /** True when the rule changes words, not only signs and spaces. Printing skips such rules. */
  readonly changesWords?: true
}

const UNIT = new RegExp(`\\d${SPACE}*(?:[%‰€$£¥]|(?:[kK]|M|Md)€|(?:${UNITS})(?![a-zA-Z\\d]))`)

export const TYPOGRAPHIC_RULES: readonly TypographicRule[] = [
  { name: 'unicode', find: repairedCharacters, among: SIGN_KINDS.composable },
  { name: 'spaces', find: doubleSpaces, among: SIGN_KINDS.twoSpaces, languages: ['fr'] },
  { name: 'spaces', find: englishDoubleSpaces, among: SIGN_KINDS.twoSpaces, languages: ['en'] },
  { name: 'spaces', find: looseSpaces, among: SIGN_KINDS.looseSpace, languages: ['fr'] },
  {
    name: 'spaces',
    find: elidedSpaces,
    among: SIGN_KINDS.straightApostrophe | SIGN_KINDS.curlyQuote,
    hint: /[a-zA-Z](?:['’][ \u00A0\u202F]|[ \u00A0\u202F]+['’])/,
    languages: ['fr'],
  },
  {
    name: 'spaces',
    find: englishLooseSpaces,
    among: SIGN_KINDS.looseSpace | SIGN_KINDS.spaceBeforeMark,
    languages: ['en'],
  },
  { name: 'ellipsis', find: ellipses, among: SIGN_KINDS.twoPoints | SIGN_KINDS.ellipsis },
  {
    name: 'ellipsis',
    find: etceteras,
    among: SIGN_KINDS.twoPoints | SIGN_KINDS.ellipsis,
    languages: ['fr', 'en'],
    changesWords: true,
  },
  {
    name: 'apostrophe',
    find: apostrophes,
    among: SIGN_KINDS.straightApostrophe | SIGN_KINDS.otherApostrophe,
    languages: ['fr'],
  },
  {
    name: 'apostrophe',
    find: lostApostrophes,
    among: SIGN_KINDS.mark,
    hint: /[cdjlmnstu]\?[a-zà-ÿ]/i,
    languages: ['fr'],
  },
  {
    name: 'quotes',
    find: guillemets,
    among: SIGN_KINDS.straightQuote | SIGN_KINDS.guillemet,
    languages: ['fr'],
  },
  {
    name: 'ordinals',
    find: correctOrdinals,
    among: SIGN_KINDS.digit | SIGN_KINDS.romanDigit,
    hint: /[\dIVXLC](?:[ \u00A0]?i?[eéè][mr]|è|n(?<=2n))/,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'ordinals',
    find: correctDates,
    among: SIGN_KINDS.digit,
    hint: /(?:[1-9]|1er)[ \u00A0\u202F][ADFJMNOS]|1[°º]?[ \u00A0\u202F][adfjmnos]|\/(?:19|20)\d\d|[LMVJSD]\p{Ll}{3,7}[ \u00A0\u202F]\d/u,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'ligatures',
    find: correctLigatures,
    among: SIGN_KINDS.any,
    hint: /oe|ae/i,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'accented-capitals',
    find: correctCapitals,
    among: SIGN_KINDS.bareCapital | SIGN_KINDS.capitalA,
    hint: /[EI]|Ca |A[gG][eE]/,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'abbreviations',
    find: abbreviationForms,
    among: SIGN_KINDS.any,
    hint: /M(?:me|mes|lle|lles)\.|Mr|M[ \u00A0]\p{Lu}|(?:art|p)[ \u00A0]\d|[eE]ct(?!\p{L})|[nN](?:[º⁰]|[ \u00A0\u202F]°)|N°|[cC]f[ \u00A0]|c(?:\.-?|-)[aà]|càd|p\.ex|[Ee]tc(?![.a-z])/u,
    languages: ['fr'],
    changesWords: true,
  },
  { name: 'punctuation-space', find: punctuationSpaces, among: SIGN_KINDS.mark, languages: ['fr'] },
  {
    name: 'number-space',
    find: digitGroups,
    among: SIGN_KINDS.digit,
    hint: /\d[ \u00A0\u202F\u2009\u2007.]\d{3}|\d{5}/,
    languages: ['fr'],
  },
  {
    name: 'number-space',
    find: decimalCommas,
    among: SIGN_KINDS.digit,
    hint: /\d\.\d/,
    languages: ['fr'],
    changesWords: true,
  },
  {
    name: 'symbol-space',
    find: unitSpaces,
    among: SIGN_KINDS.digit,
    hint: UNIT,
    languages: ['fr'],
  },
  {
    name: 'abbreviations',
    find: abbreviationSpaces,
    among: SIGN_KINDS.any,
    hint: /M[.ml]|[DP]r[. \u00A0\u202F\u2009\u2007]|[°§]|\.[ \u00A0\u202F\u2009\u2007]+(?:\d|ex\.)|[a-z]\.\d/i,
    languages: ['fr'],
  },
  {
    name: 'century',
    find: centurySpaces,
    among: SIGN_KINDS.space,
    hint: /siècle/,
    languages: ['fr'],
  },
]
