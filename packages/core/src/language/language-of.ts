import { STOP_WORDS, wordSet } from './stop-words.ts'

// In UTF-16 units: about 600 words.
const MOST_UNITS = 4000
// The fewest typical spellings that decide the language of a whole text.
const FEW_SIGNS = 3
/**
 * The fewest UTF-16 units that decide a passage's language. Each word counts with one space after
 * it.
 */
export const FEW_UNITS = 25
// A text with fewer words may have no word of grammar.
const FEW_WORDS = 12

/**
 * The two-letter language of a text, by its words of grammar such as `the`, else by its spelling.
 * French wins close scores. `und` for an unknown language; empty when the text is too short to
 * decide.
 */
export function languageOf(text: string): string {
  return languageBy(text, true, 0)
}

/**
 * Like `languageOf`, for a part of a text. A run of letters inside a name or a path is a word too.
 * Empty for fewer than `least` UTF-16 units, or when French and English cannot be told apart.
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
  // Other languages need one word more: their words of one letter prove little.
  const fewest = (french === 0 ? 1 : 2) + (first === ENGLISH ? 0 : 1)
  if (most > french * 1.25 && most >= Math.max(fewest, words * 0.1)) {
    // A French sentence may quote an English title.
    const mayQuote = first === ENGLISH && french > 0 && !apart && text.includes('«')
    const around = mayQuote ? text.replace(QUOTATION, ' ') : text
    return around !== text && languageBy(around, apart, 0) !== best ? '' : best
  }
  const mayBeFrench = french >= Math.max(1, words * 0.06)
  // French and English share words such as `a` and `on`.
  if (mayBeFrench && (apart || french > (scores[ENGLISH] as number))) return 'fr'
  return mayBeFrench || words < FEW_WORDS ? languageOfLetters(text, apart ? FEW_SIGNS : 1) : 'und'
}

// With `apart`, letters in package names, paths and addresses are not words.
function countWords(text: string, apart: boolean) {
  grammar ??= languagesByWord()
  scores.fill(0)
  let words = 0
  let units = 0
  const read = text.slice(0, MOST_UNITS).toLowerCase()
  for (const found of read.match(apart ? APART_WORD : WORD) ?? []) {
    const hasApostrophe = found.endsWith("'") || found.endsWith('’')
    const word = hasApostrophe ? found.slice(0, -1) : found
    words++
    units += word.length + 1
    const ranks = ELIDED.has(word) ? hasApostrophe && [FRENCH] : grammar.get(word)
    if (ranks) for (const rank of ranks) (scores[rank] as number)++
  }
  return { words, units }
}

// A second ending is read with the sign before it: the `·e` of `un·e` is no word of grammar.
const SECOND_ENDING = '(?:[(·•⋅‧./-](?<=\\p{L}.))?'
// In `3è` and `20e`, `è` and `e` are not Italian words.
const WORD = new RegExp(`${SECOND_ENDING}(?<![\\p{L}\\d])\\p{L}+['’]?`, 'gu')
const APART_WORD = new RegExp(
  `${SECOND_ENDING}(?<![\\p{L}\\p{N}_@./#-])\\p{L}+(?![\\p{L}\\p{N}_@/]|\\.\\p{L})['’]?`,
  'gu',
)

const QUOTATION = /«[^«»]*»/g

let grammar: ReadonlyMap<string, readonly number[]> | undefined

function languagesByWord(): ReadonlyMap<string, readonly number[]> {
  const ranks = new Map<string, number[]>()
  LANGUAGES.forEach(([, words], rank) => {
    for (const word of words) ranks.set(word, [...(ranks.get(word) ?? []), rank])
  })
  return ranks
}

const FRENCH = 0
const ENGLISH = 1
// Letters that are French words only before an apostrophe, as in `d’eau`.
const ELIDED = wordSet('c d j l m n s t')

function languageOfLetters(text: string, least: number): 'en' | 'fr' | '' {
  const english = text.replace(BARE_ENDING, '').match(ENGLISH_SPELLING)?.length ?? 0
  const french = text.match(FRENCH_SPELLING)?.length ?? 0
  if (english >= least && english > 2 * french) return 'en'
  return french >= least && french > 2 * english ? 'fr' : ''
}

// English spellings, and letters that French has only in loan words and units.
const ENGLISH_SPELLING =
  /\b(?:wh|th|sh|kn|wr)|ght|tch|ck|ee|oo|[aeo]w|[aeob-df-hj-np-tv-xz]y\b|ings?\b|ed\b|ness\b|ful\b|less\b|w|k(?![gmwo]\b)/gi
// Accents, elisions and endings that English does not have.
const FRENCH_SPELLING =
  /[À-ÖØ-öø-ÿœŒ]|\b(?:[cdjlmnst]|qu)['’]|eau|[ea]ux\b|ois?\b|ez\b|ie\b|ques?\b|gn|elle\b|ille|eurs?\b|oir/gi
// The ending of a French word in capitals such as `ASSEMBLEE`, whose `ee` looks English.
const BARE_ENDING = /(?<=[A-Z]{2})EES?\b/g

// Words of grammar of other languages. A word of several languages counts for each language.
const OTHERS = {
  es:
    'a al algo antes aquí así aunque cada como con contra cual cuando de del desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta este esto ' +
    'estos está están fue fueron ha han hasta hay la las le les lo los más me mi mientras muy más ni no nos nosotros o otra otro otros para pero por porque puede pueden que qué quien se según ser si ' +
    'sin sobre solo son su sus también tan tiene tienen toda todas todo todos tras tu un una uno unos y ya yo',
  it:
    'a ai al alla alle allo anche ancora che chi ci come con così cui da dai dal dalla dalle degli dei del della delle dello di dopo dove e ed era essere fra gli ha hanno i il in io ' +
    'la le lo loro ma mi molto nei nel nella nelle no noi non o ogni per perché più può prima quale quando quella quelle quello questa queste questi questo se senza si sia sono sua sue ' +
    'sui sul sulla suo tra tutti tutto un una uno viene è',
  pt:
    'a ainda ao aos as até com como da das de dela dele do dos e ela ele em entre era essa esse esta este eu foi foram há isso isto já mais mas me mesmo muito na não nas nem no nos nós o ' +
    'os ou para pela pelas pelo pelos por pode que quando quem se sem ser seu seus são só sua suas também tem têm todos um uma umas uns você à às é',
  de:
    'aber alle als am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser dieses doch durch ein eine einem einen einer eines er es für gegen haben hat hier ich ' +
    'ihr ihre im in ist ja jede kann kein keine können man mehr mit muss nach nicht noch nur oder ohne sein sich sie sind so soll über um und uns unter vom von vor war was wenn werden wie ' +
    'wir wird wurde zu zum zur zwischen',
  nl:
    'aan al als bij daar dan dat de deze die dit door een en er het hij hun ik in is je kan maar meer met naar niet nog of om omdat onder ons ook op over te tot uit van veel voor waar was ' +
    'wat we wel werd wij wordt worden zal ze zich zijn zo zou',
  ca:
    'a al als amb aquest aquesta això com de del dels des dos el els en entre era es està fins ha han hi i la les més mentre molt ni no nosaltres o on per perquè però pot que qui quan se ' +
    'sense ser si sobre són seu seus també tot tots un una uns va',
}

const LANGUAGES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['fr', STOP_WORDS.fr],
  ['en', STOP_WORDS.en],
  ...Object.entries(OTHERS).map(([language, words]) => [language, wordSet(words)] as const),
]

// The score of each language for the current text. All calls share this array.
const scores = new Uint16Array(LANGUAGES.length)
