import { cacheByUnit, unitsOf } from '@cahier/prose'
import { STOP_WORDS } from './stop-words.ts'

const MOST_WORDS = 600
/** The marks of spelling that a whole text needs without any word of grammar. */
const FEW_SIGNS = 3
/** The least length of a passage, in UTF-16 units of its words and the sign after each. */
export const FEW_UNITS = 25
/** A text of fewer words may have no word of grammar. */
const FEW_WORDS = 12

/**
 * The language of a text, two letters, by its words of grammar, else by its spelling. `und` for an
 * unknown language, empty when there are too few words. French when it may be French.
 */
export function languageOf(text: string): string {
  return languageBy(text, true, 0)
}

/**
 * The language of one passage, in which every run of letters is a word. Empty also when it has
 * fewer than `least` units of words, or may be French or English.
 */
export function languageOfPassage(text: string, least = FEW_UNITS): string {
  return languageBy(text, false, least)
}

function languageBy(text: string, apart: boolean, least: number): string {
  const { words, units } = countWords(text, apart)
  if (units < least) return ''
  const french = scores[FRENCH] as number
  let first = FRENCH
  for (let rank = 1; rank < scores.length; rank++)
    if ((scores[rank] as number) > (scores[first] as number)) first = rank
  const most = scores[first] as number
  const [best = ''] = LANGUAGES[first] ?? []
  // A lone letter may be a word of a rare language: one more word is needed.
  const fewest = (french === 0 ? 1 : 2) + (first === ENGLISH ? 0 : 1)
  if (most > french * 1.25 && most >= Math.max(fewest, words * 0.1)) {
    // A French sentence may quote an English title.
    const mayQuote = first === ENGLISH && french > 0 && !apart && text.includes('«')
    const around = mayQuote ? text.replace(QUOTATION, ' ') : text
    return around !== text && languageBy(around, apart, 0) !== best ? '' : best
  }
  const mayBeFrench = french >= Math.max(1, words * 0.06)
  // French and English tie on words that both have, such as `a` or `on`.
  if (mayBeFrench && (apart || french > (scores[ENGLISH] as number))) return 'fr'
  return mayBeFrench || words < FEW_WORDS ? languageOfLetters(text, apart ? FEW_SIGNS : 1) : 'und'
}

/**
 * Scores each language by the words of a text, and counts words and their units. With `apart`, runs
 * of letters in names, paths and addresses are not words.
 */
function countWords(
  text: string,
  apart: boolean,
): { readonly words: number; readonly units: number } {
  grammarTable ??= wordsOfGrammar()
  scores.fill(0)
  const signs = unitsOf(text)
  const { length } = text
  let words = 0
  let units = 0
  // Runs on every passage: no regular expression and no slicing.
  for (let at = 0; at < length && words < MOST_WORDS; ) {
    while (at < length && letterOf(signs[at] as number) < 0) at++
    const start = at
    let hash = 0
    for (let letter = 0; at < length; at++) {
      letter = letterOf(signs[at] as number)
      if (letter < 0) break
      hash = nextHash(hash, letter)
    }
    // `3è` and `20e` are not Italian words.
    if (
      at === start ||
      isDigit(signs[start - 1] as number) ||
      (apart && !isApart(signs, length, start, at))
    )
      continue
    words++
    units += at - start + 1
    if (isSecondEnding(signs, start)) continue
    for (let found = grammarTable[hash]; found !== undefined; found = found.next)
      if (isWordAt(found.word, signs, start, at)) {
        if (found.isElided && !APOSTROPHES.has(signs[at] as number)) break
        for (let rank = 0; rank < found.languages.length; rank++)
          (scores[found.languages[rank] as number] as number)++
        break
      }
  }
  return { words, units }
}

const QUOTATION = /«[^«»]*»/g

// Whether letters are only the second ending of a word: `élu(e)s`, `un·e`, `invité-es`.
function isSecondEnding(units: Uint16Array, start: number): boolean {
  return (
    start > 1 &&
    units[start - 1] !== SPACE &&
    JOINTS.has(units[start - 1] as number) &&
    letterOf(units[start - 2] as number) >= 0
  )
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

interface WordOfGrammar {
  readonly word: string
  readonly languages: readonly number[]
  /** A letter that is a French word before an apostrophe only. */
  readonly isElided: boolean
  readonly next: WordOfGrammar | undefined
}

/** The words of grammar, in a hash table with chained collisions. */
let grammarTable: readonly (WordOfGrammar | undefined)[] | undefined

function wordsOfGrammar(): readonly (WordOfGrammar | undefined)[] {
  const table = new Array<WordOfGrammar | undefined>(SLOTS).fill(undefined)
  const byWord = new Map<string, number[]>()
  LANGUAGES.forEach(([, words], rank) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), rank])
  })
  for (const [word, languages] of byWord) {
    const hash = Array.from(word, (letter) => letterOf(letter.charCodeAt(0))).reduce(nextHash, 0)
    const isElided = ELIDED.has(word)
    table[hash] = { word, languages: isElided ? [FRENCH] : languages, isElided, next: table[hash] }
  }
  return table
}

const SLOTS = 1 << 14
const FRENCH = 0
const ENGLISH = 1
const ELIDED = wordSet('c d j l m n s t')
const APOSTROPHES = codesOf("'’")
const SPACE = 0x20
/** Signs that join an ending to the word before it. */
const JOINTS = codesOf('(·•⋅‧./-')

function nextHash(hash: number, letter: number): number {
  return (hash * 31 + letter) & (SLOTS - 1)
}

function isWordAt(word: string, units: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if ((word.charCodeAt(at) | 32) !== ((units[start + at] as number) | 32)) return false
  return true
}

// False inside package names, hashes, paths and addresses.
function isApart(units: Uint16Array, length: number, start: number, end: number): boolean {
  if (start > 0) {
    const before = units[start - 1] as number
    if (letterOf(before) !== OTHER || BEFORE_NO_WORD.has(before)) return false
  }
  if (end === length) return true
  const after = units[end] as number
  if (letterOf(after) !== OTHER || AFTER_NO_WORD.has(after)) return false
  return !(after === DOT && end + 1 < length && letterOf(units[end + 1] as number) >= 0)
}

const BEFORE_NO_WORD = codesOf('_@./#-')
const AFTER_NO_WORD = codesOf('_@/')
const DOT = 0x2e

function codesOf(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
}

const NUMBER = -1
const OTHER = -2

/**
 * The code of a letter in lower case: a capital of ASCII or Latin-1 differs by one bit. NUMBER or
 * OTHER for other signs.
 */
const letterOf = cacheByUnit((sign) =>
  /\p{L}/u.test(sign) ? sign.charCodeAt(0) | 32 : /\p{N}/u.test(sign) ? NUMBER : OTHER,
)

/** English or French, by the spelling; empty with fewer than `least` marks of either. */
function languageOfLetters(text: string, least: number): 'en' | 'fr' | '' {
  const english = text.replace(BARE_ENDING, '').match(ENGLISH_SPELLING)?.length ?? 0
  const french = text.match(FRENCH_SPELLING)?.length ?? 0
  if (english >= least && english > 2 * french) return 'en'
  return french >= least && french > 2 * english ? 'fr' : ''
}

// English endings, and letters that French has in loan words and units only.
const ENGLISH_SPELLING =
  /\b(?:wh|th|sh|kn|wr)|ght|tch|ck|ee|oo|[aeo]w|[aeob-df-hj-np-tv-xz]y\b|ings?\b|ed\b|ness\b|ful\b|less\b|w|k(?![gmwo]\b)/gi
// Accents, elisions and endings that English does not have.
const FRENCH_SPELLING =
  /[À-ÖØ-öø-ÿœŒ]|\b(?:[cdjlmnst]|qu)['’]|eau|[ea]ux\b|ois?\b|ez\b|ie\b|ques?\b|gn|elle\b|ille|eurs?\b|oir/gi
// `ASSEMBLEE`, `ANNEES`: French capitals without their accent.
const BARE_ENDING = /(?<=[A-Z]{2})EES?\b/g

// A word of two languages counts for both.
const LANGUAGES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['fr', STOP_WORDS.fr],
  ['en', STOP_WORDS.en],
  [
    'es',
    wordSet(
      'a al algo antes aquí así aunque cada como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta este esto ' +
        'estos está están fue fueron ha han hasta hay la las le les lo los más me mi mientras muy más ni no nos nosotros o otra otro otros para pero por porque puede pueden que qué quien se según ser si ' +
        'sin sobre solo son su sus también tan tiene tienen toda todas todo todos tras tu un una uno unos y ya yo',
    ),
  ],
  [
    'it',
    wordSet(
      'a ai al alla alle allo anche ancora che chi ci come con così cui da dai dal dalla dalle degli dei del della delle dello di dopo dove e ed era essere fra gli ha hanno i il in io ' +
        'la le lo loro ma mi molto nei nel nella nelle no noi non o ogni per perché più può prima quale quando quella quelle quello questa queste questi questo se senza si sia sono sua sue ' +
        'sui sul sulla suo tra tutti tutto un una uno viene è',
    ),
  ],
  [
    'pt',
    wordSet(
      'a ainda ao aos as até com como da das de dela dele do dos e ela ele em entre era essa esse esta este eu foi foram há isso isto já mais mas me mesmo muito na não nas nem no nos nós o ' +
        'os ou para pela pelas pelo pelos por pode que quando quem se sem ser seu seus são só sua suas também tem têm todos um uma umas uns você à às é',
    ),
  ],
  [
    'de',
    wordSet(
      'aber alle als am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser dieses doch durch ein eine einem einen einer eines er es für gegen haben hat hier ich ' +
        'ihr ihre im in ist ja jede kann kein keine können man mehr mit muss nach nicht noch nur oder ohne sein sich sie sind so soll über um und uns unter vom von vor war was wenn werden wie ' +
        'wir wird wurde zu zum zur zwischen',
    ),
  ],
  [
    'nl',
    wordSet(
      'aan al als bij daar dan dat de deze die dit door een en er het hij hun ik in is je kan maar meer met naar niet nog of om omdat onder ons ook op over te tot uit van veel voor waar was ' +
        'wat we wel werd wij wordt worden zal ze zich zijn zo zou',
    ),
  ],
  [
    'ca',
    wordSet(
      'a al als amb aquest aquesta això com de del dels des dos el els en entre era es està fins ha han hi i la les més mentre molt ni no nosaltres o on per perquè però pot que qui quan se ' +
        'sense ser si sobre són seu seus també tot tots un una uns va',
    ),
  ],
]

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

// Shared by all calls, to allocate nothing.
const scores = new Uint16Array(LANGUAGES.length)
