import { wordSet } from '@cahier/core'
import { hasWord, type Lexicon } from './lexicon.ts'

/**
 * Whether a word in small letters is one of the lexicon in the spelling of 1990 (Rectifications de
 * l’orthographe, Journal officiel, 6 December 1990). Most words follow a rule of the reform;
 * `LISTED` has others.
 */
export function isReformed(word: string, lexicon: Lexicon): boolean {
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
  // `è` before a syllable with a mute e, except in prefixes: `récupèrera`, `règlementation`.
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

// Verbs in -eler and -eter, and nouns from them, except the families of `appeler` and `jeter`:
// `renouvèle`, `ruissèlement`.
function isOfVerb(word: string, lexicon: Lexicon) {
  const found = OF_VERB.exec(word)
  if (found === null) return false
  const [, stem = '', consonant = ''] = found
  return !AS_BEFORE.test(stem + consonant) && hasWord(lexicon, `${stem}e${consonant}er`)
}

const BEFORE_MUTE = /(?<!^|^d|^pr)è[^aeiouyèé]{1,2}e[^aeiouyèé][aeiouyé]/
const OF_VERB = /^(\p{L}{2,})è([lt])e(?:s|nt|ments?|r\p{L}+)?$/u
const AS_BEFORE = /(?:^|r)appl$|(?:^|[bcejoru])jt$/

/** Beginnings of words in the new and in the old spelling. */
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
