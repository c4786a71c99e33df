import { STOP_WORDS } from './stop-words.ts'

/** Words read of a text at most: more would teach nothing. */
const MOST_WORDS = 600
/** Fewer words than this say little of a text without any word of grammar. */
const FEW_WORDS = 12

/**
 * The language that a prose is written in, two letters, by its words of grammar: `und` for one of those it does not know, `''` when there
 * are too few words to tell. A text that could as well be French is French.
 */
export function languageOf(text: string): string {
  return languageBy(text, isApart, 0)
}

/** The same of a passage of prose, in which every run of letters is a word: `''` as well when it has fewer than `least` units of them. */
export function languageOfPassage(text: string, least: number): string {
  return languageBy(text, () => true, least)
}

function languageBy(text: string, isWord: (text: string, start: number, end: number) => boolean, least: number): string {
  known ??= wordsOfGrammar()
  const scores = LANGUAGES.map(() => 0)
  let words = 0
  let units = 0
  // This is asked of every passage of every text: no expression, and no slice of what is no word.
  for (let at = 0; at < text.length && words < MOST_WORDS; ) {
    while (at < text.length && kindAt(text, at) !== LETTER) at++
    const start = at
    while (at < text.length && kindAt(text, at) === LETTER) at++
    if (at === start || !isWord(text, start, at)) continue
    words++
    units += at - start + 1
    // No word of grammar is longer than this.
    if (at - start <= LONGEST) for (const rank of known.get(text.slice(start, at).toLowerCase()) ?? NO_RANKS) (scores[rank] as number)++
  }
  if (units < least) return ''
  const french = scores[0] ?? 0
  const most = Math.max(...scores)
  const [best = ''] = LANGUAGES[scores.indexOf(most)] ?? []
  if (most > french * 1.25 && most >= Math.max(french === 0 ? 1 : 2, words * 0.1)) return best
  if (french >= Math.max(1, words * 0.06)) return 'fr'
  return words < FEW_WORDS ? '' : 'und'
}

const NO_RANKS: readonly number[] = []
const LONGEST = 16

// Names of packages, hashes, paths and addresses are no words.
function isApart(text: string, start: number, end: number): boolean {
  if (start > 0 && (kindAt(text, start - 1) !== OTHER || BEFORE_NO_WORD.has(text.charCodeAt(start - 1)))) return false
  if (end === text.length) return true
  if (kindAt(text, end) !== OTHER) return false
  const after = text[end]
  return after !== '_' && after !== '@' && after !== '/' && !(after === '.' && kindAt(text, end + 1) === LETTER)
}

const BEFORE_NO_WORD = new Set(Array.from('_@./#-', (sign) => sign.charCodeAt(0)))

const LETTER = 1
const NUMBER = 2
const OTHER = 3
// What each unit is, once it was looked at.
const kinds = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return OTHER
  if (kinds[code] === 0) {
    const sign = text.charAt(at)
    kinds[code] = /\p{L}/u.test(sign) ? LETTER : /\p{N}/u.test(sign) ? NUMBER : OTHER
  }
  return kinds[code] as number
}

let known: ReadonlyMap<string, readonly number[]> | undefined

/** By word, the ranks of the languages it is a word of grammar in. */
function wordsOfGrammar(): ReadonlyMap<string, readonly number[]> {
  const ranks = new Map<string, number[]>()
  LANGUAGES.forEach(([, words], rank) => {
    for (const word of words) ranks.set(word, [...(ranks.get(word) ?? []), rank])
  })
  return ranks
}

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
