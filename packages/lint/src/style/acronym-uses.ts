import { wordSet } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'
import { isBesideCapitals, lacksAccents } from '../spelling/bare-capitals.ts'
import { bareWord, frenchLexicon, hasWord, isEnglishWord } from '../spelling/lexicon.ts'

export interface AcronymUse extends Span {
  readonly acronym: string
  /** Whether a number follows, since `RD 17` is one name. A year does not count. */
  readonly isNumbered: boolean
}

/**
 * The acronyms (two capitals or more) of a text that need an explanation. `admitted` and well-known
 * acronyms need none, nor do the names in `people`.
 */
export function acronymUses(
  text: string,
  admitted: ReadonlySet<string>,
  people: ReadonlySet<string>,
): readonly AcronymUse[] {
  if (!MAYBE.test(text)) return []
  return matchesIn(text, ACRONYM).flatMap(({ 0: acronym, index: start }) => {
    const end = start + acronym.length
    const isExempt =
      KNOWN_ACRONYMS.has(acronym) ||
      admitted.has(acronym) ||
      acronym.length >= LONG_WORD ||
      ROMAN.test(acronym) ||
      FORMAT.test(acronym) ||
      isBesideCapitals(text, start, end) ||
      isFamilyName(text, start) ||
      people.has(nameAt(text, start)) ||
      isCited(text, start, end) ||
      isAloneOnLine(text, start, end) ||
      (acronym.length === 2 && isByArrow(text, start, end)) ||
      isWord(acronym, text.slice(end))
    return isExempt
      ? []
      : [{ acronym, start, end, isNumbered: NUMBER.test(text.slice(end, end + 6)) }]
  })
}

/** Whether the words beside an acronym give its long form. */
export function isSpeltOut(text: string, { acronym, start, end }: AcronymUse): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR)
  // `Agence de la transition écologique (ADEME)`, `ADEME (Agence de la transition écologique)`.
  if (
    /\p{Ll}[’'»”\s\uFFFC]+\((?:ci-après |ci-dessous )?(?:dénommée?s? )?(?:l[’']|la |le |les |dite? |ou |sigle )?[«“"]?[ \u00A0\u202F]?$/u.test(
      before,
    ) &&
    /^[\s,;:)»”"]/.test(after)
  )
    return true
  if (/^\s*\(\s*[^)]*\p{L}{3,}[^)]*\s[^)]*\p{L}{3,}/u.test(after)) return true
  if (/^\s*[»”]?\s*(?:signifie|désigne|veut dire)(?!\p{L})/u.test(after)) return true
  // « la loi pour l’accès au logement, dite loi ALUR ».
  if (SAID_SO.test(before)) return true
  // One acronym on each line: « ALAT : Alanine aminotransférase ».
  const entry = /(?:^|\n)\s*$/.test(text.slice(0, start))
    ? /^\s*:\s*([^\n:.;!?]{3,80})(?:\n|$)/.exec(after)?.[1]
    : undefined
  if (entry !== undefined && hasLetters(bare(entry), bare(acronym))) return true
  return hasInitials(before, acronym) || hasInitials(after, acronym)
}

/** Whether a text begins with the long form of an acronym, as a footnote does. */
export function beginsWithLongForm(text: string, acronym: string): boolean {
  return matches(wordsIn(text.slice(0, NEAR), acronym), 0, [...bare(acronym)])
}

// Words between a long form and its acronym. Not `dit` for "says": « …, dit l’ADILE ».
const SAID_SO =
  /(?:(?:[^.;,\n ]+ ){3}[^.;,\n ]+, (?:dite?s? (?!l[ae]s? |une? |notre |cette? )|en abrégé |abrégée?s? en )|(?<!\p{L})(?:sigle|acronyme|abréviation)(?: ?:)? ?(?:l[ae] )?)(?:\p{Ll}+ )?[«“"]?[ \u00A0\u202F]?$/u

const MAYBE = /[A-ZÀ-ÞĀ-\u1FFF\u2070-\uFFFB][A-Z&À-ÞĀ-\u1FFF\u2070-\uFFFB]/
// Words with a digit or a sign (`CO2`, `CC-BY`) and parts of a command (`$TMPDIR`, `--file=PATH`)
// are no acronyms.
const ACRONYM =
  /(?=\p{Lu})(?<![\p{L}\p{M}\p{N}_./@&#$%=\uFFFC-])\p{Lu}(?:\p{Lu}|&(?=\p{Lu}))+(?![\p{L}\p{M}\p{N}_/@&+-]|\.\p{L})/gu
const NUMBER = /^[ \u00A0](?!(?:19|20)\d\d(?!\d))\d/
const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

// A word in capitals without its accents may be an acronym, except before a colon: `SIEGE: 5, rue
// du Four`.
function isWord(acronym: string, after: string) {
  const vocabulary = { lexicon: frenchLexicon(), own: NONE }
  const word = acronym.toLowerCase()
  return (
    hasWord(vocabulary.lexicon, word) ||
    (word.length >= LONG_ENGLISH && isEnglishWord(word)) ||
    (/^\s*:/.test(after) && lacksAccents(acronym, vocabulary))
  )
}

/** From this length, an English word is no acronym: `DEADLINE`. */
const LONG_ENGLISH = 7

/** From this length in letters, capitals are a word. */
const LONG_WORD = 10

/** A date format, `AAAAMMJJ`, or an unknown number: `YY %`. */
const FORMAT = /^(?=.{4})(?:(\p{Lu})\1+)+$|^[XYZ]+$/u

/** Whether an arrow is beside a code: « FR ↔ EN », « PC → TV ». */
function isByArrow(text: string, start: number, end: number) {
  return (
    /[←-⇿]\s?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\s?[←-⇿]/.test(text.slice(end, end + 2))
  )
}

/**
 * Whether an acronym is alone between quotes, where it is mentioned and not used. Quotes in
 * parentheses do not count: a long form may be nearby.
 */
function isCited(text: string, start: number, end: number) {
  if (text.charAt(start - 1) === '[' && text.charAt(end) === ']') return true
  return (
    /(?<!\([^()]{0,40})[«“"][ \u00A0\u202F]?$/.test(text.slice(Math.max(0, start - 44), start)) &&
    /^[ \u00A0\u202F]?[»”"]/.test(text.slice(end, end + 2))
  )
}

/** Whether an acronym is alone on its line, as the name of a speaker. */
function isAloneOnLine(text: string, start: number, end: number) {
  return (
    /\n[\s\uFFFC]*$/.test(`\n${text.slice(Math.max(0, start - 9), start)}`) &&
    /^(?:[\s\uFFFC]*?\n|\uFFFC\s*$)/.test(text.slice(end, end + 9))
  )
}

const NONE = new Set<string>()

// Whether capitals are a family name: after `Mme`, or after a first name of the dictionary.
function isFamilyName(text: string, start: number) {
  const found = BEFORE_NAME.exec(text.slice(Math.max(0, start - 24), start))
  if (found === null) return false
  const [, firstName] = found
  return (
    firstName === undefined || firstName.split('-').every((part) => hasWord(frenchLexicon(), part))
  )
}

/**
 * The names in lists of people written as `DUPONT Marie`. A list has at least two family names and
 * two first names: « la FFB Lorraine et la CAPEB Lorraine » is none.
 */
export function peopleIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => (MAYBE.test(text) ? listOfPeople(text) : [])))
}

function listOfPeople(text: string): readonly string[] {
  const found = matchesIn(text, NAME_FIRST).filter(([, , firstName = '']) =>
    firstName.split('-').every((part) => hasWord(frenchLexicon(), part)),
  )
  const isList = [1, 2].every((group) => new Set(found.map((match) => match[group])).size >= 2)
  return isList ? found.map(([name]) => name) : []
}

function nameAt(text: string, start: number) {
  return NAME.exec(text.slice(start, start + LONGEST_NAME))?.[0] ?? ''
}

const LONGEST_NAME = 80
const NAME_PARTS = '(\\p{Lu}{3,}) (\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)*)(?![\\p{L}\\p{M}])'
const NAME = new RegExp(`^${NAME_PARTS}`, 'u')
const NAME_FIRST = new RegExp(
  `(?=\\p{Lu}{3})(?<![\\p{L}\\p{M}\\p{N}’'-]|(?<!\\p{L})(?:l[ae]s?|d[ue]s?|aux?) )${NAME_PARTS}`,
  'gu',
)

const BEFORE_NAME =
  /(?<![\p{L}\p{M}’'-])(?:MM?\.|Mmes?|Mlles?|Dr|Me|(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*))[ \u00A0](?:(?:d[eu]|v[ao]n|el|ben)[ \u00A0]|d[’'])?$/u

/** In characters. */
const NEAR = 160

const WORD = /\p{L}+/gu

/**
 * Whether successive words of a text have the initials of an acronym; grammar words may be skipped.
 */
export function hasInitials(text: string, acronym: string): boolean {
  const letters = [...bare(acronym)]
  const words = wordsIn(text, acronym)
  return words.some((_, first) => matches(words, first, letters))
}

function hasLetters(text: string, acronym: string) {
  let found = 0
  for (const letter of text) if (letter === acronym.charAt(found)) found++
  return text.startsWith(acronym.charAt(0)) && found === acronym.length
}

// The words of a text, in capitals without accents. `''` replaces the acronym itself and words that
// no long form contains: « Comment sont-elles… » does not explain CSE.
function wordsIn(text: string, acronym: string): readonly string[] {
  return matchesIn(text, WORD).map(([word]) =>
    word === acronym || CLAUSE.test(word) ? '' : bare(word),
  )
}

const CLAUSE = /^(?:je|tu|ils?|elles?|on|nous|vous|se|ce|c|s|n|qui|que|qu|est|sont|ont|ne|pas)$/i

function matches(words: readonly string[], first: number, letters: readonly string[]) {
  if (words[first]?.charAt(0) !== letters[0]) return false
  let found = 1
  for (let at = first + 1; at < words.length && found < letters.length; at++) {
    const word = words[at] as string
    // A long form may contain an acronym: MIRAMAP is `Mouvement interrégional des AMAP`.
    if (word.length >= LEAST_LETTERS && letters.slice(found).join('').startsWith(word))
      found += word.length
    else if (word.charAt(0) === letters[found]) found++
    else if (!SMALL.has(word)) return false
  }
  return found === letters.length
}

/** A shorter word may match letters of an acronym by chance. */
const LEAST_LETTERS = 3

const SMALL = wordSet('D DE DES DU LA LE LES L A AU AUX ET EN POUR PAR SUR DANS OF THE FOR AND')

function bare(text: string) {
  return bareWord(text).toUpperCase()
}

/** Well-known acronyms, and symbols of units. */
const KNOWN_ACRONYMS = wordSet(
  'ONU UE OTAN UNESCO UNICEF OMS USA US UK URSS RU RDC PME TPE TVA SMIC CDI CDD HLM BTP ONG SNCF RATP EDF GDF RER TGV SMS MMS GPS USB PDF CD DVD TV VHS ' +
    'ADN ARN VIH SIDA IRM IVG PMA COVID QR BD ISBN ISSN CV RH DRH PDG IA VTT BTS BEP CAP CGT CFDT CFTC CFE SUD FO FSU PS PCF LFI RN LR MODEM FN IBM BBC CNN ARTE TF1 ' +
    'SFR IKEA FAQ OK SOS HS PS NB WC ZAD SUV OVNI RTT CRS GIGN JO CB RIB IBAN SAV TTC HT PIB RIC ISF CSG RSA SAMU WIFI CAF OCDE ADSL FM AM URL ISO VPN PC IP HTML RAM GIF JPEG ODT EPUB CSV AG CA PV RDV MJC CHU EHPAD AMAP INSEE CNRS ' +
    'PNG SVG MP3 CSS JS HTTP GNU ASCII LED GSM ASBL SNCB CFF AVS CLSC CPE OBNL BP CS TSA CEDEX CR SVP CPAS ONEM FOREM RTBF STIB FGTB CSC INAMI OFS LPP RTS CHSLD REER ' +
    'MW GW TW MA GA KO MO GO TO MB GB TB KB MHZ GHZ MWH GWH TWH KWH DB HA VA MVA EUR USD CHF GBP CAD GT MT',
)
