import { wordSet } from '@cahier/core'
import { hasWord, type Lexicon } from './lexicon.ts'
import { nearWords } from './near-words.ts'
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

// `comission` is not « co » + « mission », but a slip for `commission`.
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

/**
 * Greek and Latin endings that may follow any word: `outilthèque`, `capitalocène`, `climaticide`.
 */
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

/**
 * Whether a lower-case word is the 1990 spelling of a word in the lexicon (Rectifications de
 * l’orthographe, Journal officiel, 6 December 1990). Most words follow a rule of the reform;
 * `LISTED` has others.
 */
function isReformed(word: string, lexicon: Lexicon) {
  if (LISTED.has(word) || (word.endsWith('s') && LISTED.has(word.slice(0, -1)))) return true
  return (
    lostCircumflex(word, lexicon) ||
    classicalForms(word).some((form) => hasWord(lexicon, form)) ||
    isOfVerb(word, lexicon)
  )
}

// The letters `i` and `u` lose their circumflex: `connaitre`, `aout`.
function lostCircumflex(word: string, lexicon: Lexicon) {
  if (word.length < 3) return false
  for (let at = 0; at < word.length; at++) {
    const accented = word[at] === 'i' ? 'î' : word[at] === 'u' ? 'û' : ''
    if (accented !== '' && hasWord(lexicon, word.slice(0, at) + accented + word.slice(at + 1)))
      return true
  }
  return false
}

function classicalForms(word: string): readonly string[] {
  const forms: string[] = []
  // `è` comes before a syllable with a mute e, as in `récupèrera` and `règlementation`, but not in
  // a prefix.
  const grave = word.search(BEFORE_MUTE)
  if (grave >= 0) forms.push(`${word.slice(0, grave)}é${word.slice(grave + 1)}`)
  // The diaeresis is on the vowel that is pronounced: `ambigüité`, `aigüe`, `gageüre`.
  if (word.includes('gü'))
    forms.push(
      word.replace(/gü([ei])/, (_, vowel) => (vowel === 'e' ? 'guë' : 'guï')),
      word.replace('gü', 'gu'),
    )
  if (word.includes('geü')) forms.push(word.replace('geü', 'geu'))
  for (const [written, classical] of STEMS)
    if (word.startsWith(written)) forms.push(classical + word.slice(written.length))
  return forms
}

// Verbs in -eler and -eter have `è`, `renouvèle`, and so do their nouns, `ruissèlement`. The
// families of `appeler` and `jeter` are exceptions.
function isOfVerb(word: string, lexicon: Lexicon) {
  const found = OF_VERB.exec(word)
  if (found === null) return false
  const [, stem = '', consonant = ''] = found
  return !AS_BEFORE.test(stem + consonant) && hasWord(lexicon, `${stem}e${consonant}er`)
}

const BEFORE_MUTE = /(?<!^|^d|^pr)è[^aeiouyèé]{1,2}e[^aeiouyèé][aeiouyé]/
const OF_VERB = /^(\p{L}{2,})è([lt])e(?:s|nt|ments?|r\p{L}+)?$/u
const AS_BEFORE = /(?:^|r)appl$|(?:^|[bcejoru])jt$/

const STEMS = (
  'assoir/asseoir rassoir/rasseoir cahutte/cahute combatti/combati persiffl/persifl douçâtre/douceâtre exéma/eczéma ponch/punch saccarin/saccharin sorgo/sorgho tocade/toquade joaill/joailli marguill/marguilli quincaill/quincailli serpill/serpilli ouillère/ouillière dentelière/dentellière prunelier/prunellier barcarole/barcarolle ' +
  'corole/corolle fumerole/fumerolle girole/girolle grole/grolle guibole/guibolle frisot/frisott grelot/grelott mangeot/mangeott féér/féer'
)
  .split(' ')
  .map((pair) => pair.split('/') as [written: string, classical: string])

/** Compounds in one word, words in contr- and entr-, and foreign words with French accents. */
const LISTED = wordSet(
  'arcboutant bassecour bassecontre bassetaille branlebas brisetout chaussetrappe chauvesouris chèvrepied hautecontre hauteforme hautparleur jeanfoutre lieudit millefeuille millepatte ' +
    'passepartout passepasse piquenique piqueniquer piqueniqueur piqueniqueuse potpourri quotepart rondpoint sagefemme saufconduit terreplein vanupied boutefeu clochepied couvrepied ' +
    'crochepied croquemadame croquemonsieur croquemort croquenote fourretout mangetout mêletout porteclé porteclef portecrayon portemine portemonnaie portevoix poucepied poussepousse ' +
    'risquetout tapecul tirebouchon tirebouchonner tirefond bouiboui coincoin kifkif mélimélo pêlemêle pingpong prêchiprêcha tamtam tohubohu traintrain troutrou tsétsé apriori exlibris exvoto ' +
    'statuquo vadémécum blackout bluejean chowchow covergirl fairplay globetrotteur globetrotteuse harakiri hotdog lockout majong ossobuco sidecar striptease striptiseur striptiseuse ' +
    'chébec condottière décrescendo diésel édelweiss facsimilé kakémono pédigrée péséta placébo québracho révolver sombréro sénior véto zarzuéla ' +
    'contrappel contrattaque contrattaquer contrécrou contrépreuve contrespionnage contrexemple contrexpertise contrindication contrindiquer contrindiqué contrindiquée entretemps entredeux entreligne',
)
