import { tellUnits, unitsOf } from '@cahier/prose'
import { languageOfLetters } from './language-of-letters.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Words read of a text at most: more would teach nothing. */
const MOST_WORDS = 600
/**
 * A text whose letters alone tell its language shows more signs of it than a passage, of which its
 * text tells something already.
 */
const FEW_SIGNS = 3
/**
 * Fewer UTF-16 units than this, each word with the sign after it, say nothing of the language of a
 * passage.
 */
export const FEW_UNITS = 25
/** Fewer words than this say little of a text without any word of grammar. */
const FEW_WORDS = 12

/**
 * The language that a prose is written in, two letters, by its words of grammar, or by how they are
 * spelt where there is none: `und` for one of those it does not know, `''` when there are too few
 * words to tell. A text that could as well be French is French.
 */
export function languageOf(text: string): string {
  return languageBy(text, true, 0)
}

/**
 * The same of a passage of prose, in which every run of letters is a word: `''` as well when it has
 * fewer than `least` units of them, or when it could be French and English alike.
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
  // A lone letter or an abbreviation may be a word of a language that nobody expects here: one more
  // is asked for.
  const fewest = (french === 0 ? 1 : 2) + (first === ENGLISH ? 0 : 1)
  if (most > french * 1.25 && most >= Math.max(fewest, words * 0.1)) {
    // A French sentence that quotes an English title between its own quotes, and not an English one
    // that quotes a French word.
    const mayQuote = first === ENGLISH && french > 0 && !apart && text.includes('«')
    const around = mayQuote ? text.replace(QUOTATION, ' ') : text
    return around !== text && languageBy(around, apart, 0) !== best ? '' : best
  }
  const mayBeFrench = french >= Math.max(1, words * 0.06)
  // As many of both are the words that both have, `a` or `on`.
  if (mayBeFrench && (apart || french > (scores[ENGLISH] as number))) return 'fr'
  return mayBeFrench || words < FEW_WORDS ? languageOfLetters(text, apart ? FEW_SIGNS : 1) : 'und'
}

/**
 * Scores each language by the words of a text, and counts these, and their units, each with the
 * sign after it. With `apart`, a run of letters is a word where nothing beside it says that it is
 * none.
 */
function countWords(
  text: string,
  apart: boolean,
): { readonly words: number; readonly units: number } {
  known ??= wordsOfGrammar()
  scores.fill(0)
  const signs = unitsOf(text)
  const { length } = text
  let words = 0
  let units = 0
  // This is asked of every passage of every text: no expression, and no slice of what is no word.
  for (let at = 0; at < length && words < MOST_WORDS; ) {
    while (at < length && letterOf(signs[at] as number) < 0) at++
    const start = at
    let sum = 0
    for (let letter = 0; at < length; at++) {
      letter = letterOf(signs[at] as number)
      if (letter < 0) break
      sum = nextSum(sum, letter)
    }
    // `3è` and `20e` are no words of Italian.
    if (
      at === start ||
      isDigit(signs[start - 1] as number) ||
      (apart && !isApart(signs, length, start, at))
    )
      continue
    words++
    units += at - start + 1
    if (isRest(signs, start)) continue
    for (let found = known[sum]; found !== undefined; found = found.next)
      if (isWritten(found.word, signs, start, at)) {
        if (found.isElided && !APOSTROPHES.has(signs[at] as number)) break
        for (let rank = 0; rank < found.ranks.length; rank++)
          (scores[found.ranks[rank] as number] as number)++
        break
      }
  }
  return { words, units }
}

const QUOTATION = /«[^«»]*»/g

// What ends a word that is written for two genders is none of its own, in any language: `élu(e)s`,
// `un·e`, `invité-es`.
function isRest(units: Uint16Array, start: number): boolean {
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
  /** The ranks of the languages it is one in. */
  readonly ranks: readonly number[]
  /**
   * A letter that is a word only before an apostrophe, and in French: `(c)` and `don't` are in
   * English.
   */
  readonly isElided: boolean
  /** Another one of the same sum. */
  readonly next: WordOfGrammar | undefined
}

/**
 * The words of grammar as a hash table, collisions chained: the slot of most words of a text is
 * empty, and they need not be cut out of it to be told.
 */
let known: readonly (WordOfGrammar | undefined)[] | undefined

function wordsOfGrammar(): readonly (WordOfGrammar | undefined)[] {
  const table = new Array<WordOfGrammar | undefined>(SUMS).fill(undefined)
  const byWord = new Map<string, number[]>()
  LANGUAGES.forEach(([, words], rank) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), rank])
  })
  for (const [word, ranks] of byWord) {
    const sum = Array.from(word, (letter) => letterOf(letter.charCodeAt(0))).reduce(nextSum, 0)
    const isElided = ELIDED.has(word)
    table[sum] = { word, ranks: isElided ? [FRENCH] : ranks, isElided, next: table[sum] }
  }
  return table
}

const SUMS = 1 << 14
const FRENCH = 0
const ENGLISH = 1
const ELIDED = wordSet('c d j l m n s t')
const APOSTROPHES = codesOf("'’")
const SPACE = 0x20
/** What joins the rest of a word to a letter before it. */
const JOINTS = codesOf('(·•⋅‧./-')

function nextSum(sum: number, letter: number): number {
  return (sum * 31 + letter) & (SUMS - 1)
}

function isWritten(word: string, units: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if ((word.charCodeAt(at) | 32) !== ((units[start + at] as number) | 32)) return false
  return true
}

// Names of packages, hashes, paths and addresses are no words.
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
 * The code of a letter, capitals aside: those of ASCII and Latin-1 differ from small letters by one
 * bit. One of those above for what is no letter.
 */
const letterOf = tellUnits((sign) =>
  /\p{L}/u.test(sign) ? sign.charCodeAt(0) | 32 : /\p{N}/u.test(sign) ? NUMBER : OTHER,
)

// Words that two languages share count for both: what tells them apart is the rest.
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

// One row of sums for all texts: each is told before the next is looked at.
const scores = new Uint16Array(LANGUAGES.length)
