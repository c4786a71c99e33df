import { wordSet } from '@cahier/core'
import { hasWord, type Lexicon } from './lexicon.ts'
import { nearWords } from './near-words.ts'
import { isReformed } from './reformed-spelling.ts'
import { DOUBLED, SLIP } from './slip-costs.ts'

/** The admitted words: a lexicon, and the words of the programme (`own`). */
export interface Vocabulary {
  readonly lexicon: Lexicon
  readonly own: ReadonlySet<string>
}

/**
 * Whether a word is admitted: listed, in the spelling of 1990, or derived from a listed word.
 * `word` is in NFC, with straight apostrophes, without hyphen or elision.
 */
export function isKnownWord(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 2 || isListed(word, vocabulary)) return true
  const lower = word.toLowerCase()
  if (lower !== word && isListed(lower, vocabulary)) return true
  // An apostrophe may replace a silent e: « Nous f’rons d’la place ».
  if (lower.includes("'") && hasWord(vocabulary.lexicon, lower.replace("'", 'e'))) return true
  return (
    isReformed(lower, vocabulary.lexicon) ||
    isDerived(lower, vocabulary) ||
    isPrefixed(lower, vocabulary)
  )
}

function isListed(word: string, { lexicon, own }: Vocabulary) {
  return (
    hasWord(lexicon, word) ||
    ADDED_WORDS.has(word) ||
    own.has(word) ||
    (/[sx]$/.test(word) && own.has(word.slice(0, -1)))
  )
}

function isDerived(word: string, { lexicon }: Vocabulary) {
  if (MULTIPLICATIVE.test(word)) return true
  const isMade = ([ending, base]: (typeof DERIVATIONS)[number]) => {
    if (!ending.test(word)) return false
    const from = word.replace(ending, base)
    return hasWord(lexicon, from) || ADDED_WORDS.has(from)
  }
  if (DERIVATIONS.some(isMade)) return true
  if (UNSURE_DERIVATIONS.some(isMade)) return nearWords(lexicon, word, SLIP - 1).length === 0
  return LEARNED.test(word) && nearWords(lexicon, word, SLIP).length === 0
}

// `comission` is not « co » + « mission »: a doubled letter is likelier than a short prefix.
function isPrefixed(word: string, vocabulary: Vocabulary) {
  const found = PREFIXES.filter(
    ([prefix, least]) =>
      word.length >= prefix.length + least &&
      word.startsWith(prefix) &&
      isListed(word.slice(prefix.length), vocabulary),
  )
  return (
    found.some(([prefix]) => prefix.length > 3) ||
    (found.length > 0 && nearWords(vocabulary.lexicon, word, DOUBLED).length === 0)
  )
}

/** Words that `dictionary-fr` lacks. */
const ADDED_WORDS = wordSet(
  'abrisme adelphité agrivoltaïsme agrivoltaïque agrivoltaïques mégenrer ubérisé ubérisée ubérisés ubérisées plateformisé plateformisée vélorution vélorutions iel iels celleux ceulles toustes adelphe adelphes agenre agenres racisation ielle ielles solastalgie empuissantement encapacitation stigmergie stigmergique aidance vélotaf vélotafeur vélotafeuse vélorue ' +
    'vélorues antipub antigaspi dégafamiser dégafamisation dégoogliser renaturer nassage upcycling fédiverse cégépien cégépienne égoportrait égoportraits pantoute icitte rapporteure rapporteures ' +
    'cerfa cerfas proratiser proratisé proratisée weekend weekends déchèterie déchèteries sexies septies octies nonies quinquies covid écocide écocides écogeste écogestes féminicide féminicides antivax ' +
    'plateformisation ubérisation uberisation pseudonymisation cobotique fédivers visio visios webinaire webinaires hackeur hackeurs hackeuse hackeuses cyber ' +
    'app apps backup backups bluetooth bug bugs burnout burnouts chatbot chatbots coworking crowdfunding datacenter datacenters dataset datasets deepfake deepfakes ' +
    'download ebook ebooks email emails feedback feedbacks firewall firewalls followers framework frameworks freelance freelances gaming javascript linux git github gitlab greenwashing hackathon hackathons hackerspace ' +
    'hackerspaces hashtag hashtags laptop laptops learning login logins logout markdown newsletter newsletters nudge nudges open-source plugin plugins query scroll slug ' +
    'slugs startup startups streamer streamers template templates tracking upload uploads webinar webinars webmaster workflow workflows ' +
    'interpro interpros affectio litis loci materiae nutum omnes personae petita bono muros quem ratione societatis temporis',
)

/** Endings of new words, and the endings that they replace: `focalisable` from `focaliser`. */
const DERIVATIONS: readonly (readonly [ending: RegExp, base: string])[] = [
  [/(?<!t)euses?$/, 'eur'],
  [/trices?$/, 'teur'],
  [/eu(?:rice|reuse)s?$/, 'eur'],
  [/eurs?$/, 'er'],
  [/isations?$/, 'iser'],
  [/ificat(?:eur|rice|ion)s?$/, 'ifier'],
  [/isat(?:eur|rice)s?$/, 'iser'],
  // Not after g, c and u, where the spelling changes: `négligeable`, `applicable`.
  [/(?<![cgu])ables?$/, 'er'],
  [/(?<=iv|iqu|ell|enn|eus|[ai]bl)ement$/, 'e'],
  // Only the feminine: « des personnes souhaitants » is a slip.
  [/(?<=\p{L}{3})(?<![cg])antes?$/u, 'er'],
  [/(?<=g)eantes?$/, 'er'],
  [/issantes?$/, 'ir'],
  [/abilis(?:ations?|ant|ent|er?|ée?s?)$/, 'able'],
  [/alis(?:ations?|ant|ent|er?|ée?s?)$/, 'al'],
  [/alis(?:ations?|ant|ent|er?|ée?s?)$/, 'el'],
  [/ivis(?:ations?|ant|ent|er?|ée?s?)$/, 'if'],
  [/aires?$/, 'e'],
  [/istes?$/, 'isme'],
  [/istes?$/, 'e'],
  [/ismes?$/, 'iste'],
  // Not after a double letter: `gallerie` is a slip.
  [/(?=eries?$)(?<=\p{L}{5})(?<!\1(\p{L}))eries?/u, 'e'],
]

/**
 * Derivations that may hide a slip: `brassier` for `brasier`. They count only when no listed word
 * is near.
 */
const UNSURE_DERIVATIONS: typeof DERIVATIONS = [
  [/(?<!t)euses?$/, 'er'],
  [/iss(?:eur|euse|age)s?$/, 'ir'],
  [/(?<=g)ables?$/, 'uer'],
  [/cables?$/, 'quer'],
  [/abilités?$/, 'able'],
  [/ibilités?$/, 'ible'],
  [/(?<=\p{L}{4})ages?$/u, 'er'],
  [/(?<=ion)nel(?:le(?:ment)?)?s?$/, ''],
  [/iques?$/, 'ie'],
  [/(?<=\p{L}{4})iques?$/u, 'e'],
  [/(?<=\p{L}{5})i(?:er|ère)s?$/u, 'e'],
]

/** Learned endings that may follow any word: `outilthèque`, `capitalocène`, `climaticide`. */
const LEARNED = /(?<=\p{L}{3})(?:phob(?:e|ie)|thèque|cratie|cide|ocène|gène|vore|phage)s?$/u

/** Latin numbers of articles added to a law: `44 undecies`, `199 sexdecies`. */
const MULTIPLICATIVE =
  /^(?:un|duo|ter|quater|quin|sex|sept|octo|novo)?(?:decies|vicies|tricies|quadragies)$/

/** Prefixes of new words, `cofinancer`, and the least length of the word after each prefix. */
export const PREFIXES: readonly (readonly [prefix: string, least: number])[] = [
  ...(
    'anti auto bio contre cyber éco écono électro euro extra franco géo hydro hyper inter infra intra macro méga méta micro mini mono multi nano néo ' +
    'bactério cardio chimio chrono crypto démo épidémio gastro hémato hépato histo immuno laryngo lympho magnéto météo morpho naso neuro ophtalmo ortho oto outre para patho péri pharmaco phono photo phyto pluri poly pneumo post pseudo psycho radio rétro semi socio sono sous super supra sur techno télé thermo topo toxico trans vidéo ultra zoo agro aéro archi ethno pétro cyclo hétéro homo gyno andro'
  )
    .split(' ')
    .map((prefix): [string, number] => [prefix, 4]),
  ...'co dé dés pré ré re non'.split(' ').map((prefix): [string, number] => [prefix, 6]),
]
