import { matchesIn } from '../matches-in.ts'
import { type Change, inTextOrder, replacementsIn } from './change.ts'

/** Words with an accented first letter whose form without accent is not English. */
const FRENCH = bareForms(`
Ébauche Écart Écarts Échange Échanges Échanger Échec Échecs Échelle Échelles Échelon Échelons Éclairage École Écoles Écologie Écologique
Écologiques Écologiste Écologistes Économie Économies Économique Économiques Économiste Économistes Écosse Écoute Écouter Écoutez Écran Écrans
Écrire Écrit Écrits Écriture Écritures Écrivez Édifice Éditer Éditeur Éditeurs Éditrice Égal Égale Également Égales Égalité Égalités Égaux Église
Églises Égypte Électeur Électeurs Électrice Électrices Électoral Électorale Électorales Électricité Électrique Électriques Électronique
Électroniques Éloge Éloges Élément Éléments Élève Élèves Élu Élue Élues Élus Élysée Émetteur Émetteurs Énergétique Énergétiques Énergie Énergies Énoncé
Énoncés Épargne Épicerie Éplucher Épluchez Épidémie Épidémies Époque Époques Épreuve Épreuves Équilibre Équilibres Équipe Équipement Équipements Équipes Équitable
Équitables Équité Érythrée Établi Établir Établissement Établissements Étaient Étais Était Étant Étape Étang Étangs Étapes État États Été Étendue Éthiopie
Éthique Éthiques Êtes Étoile Étoiles Étranger Étrangère Étrangères Étrangers Être Êtres Étude Études Étudiant Étudiante Étudiantes Étudiants
Événement Événements Évènement Évènements Éventuel Éventuelle Éventuellement Éventuelles Éventuels Évangile Évangiles Évêque Évêques Évidemment Éviter Évitez Île Îles
`)
/** Words that are also English without accent: corrected only beside a French word. */
const SHARED = bareForms(`
Âge Âges Édition Éditions Éducation Élaboration Élection Élections Élimination Élite Élites Émergence Émission Émissions Équation Équations Équivalent
Équivalents Évaluation Évaluations Évolution Évolutions
`)
const CAPITALISED = /(?<![\p{L}\p{M}\d_.@/#-])[AEI][\p{L}]{1,15}(?![\p{L}\p{M}\d_])/gu
// Leaves out « d’ », « et », « par », also used before names: « les messages d’Evolution ».
const FRENCH_BEFORE =
  /(?:(?<![\p{L}\p{M}])l[’']|(?<![\p{L}\p{M}])(?:une?|des|du|les?|la|cette|son|sa|ses|leurs?|notre|nos|ministère)[ \u00A0])$/iu
const FRENCH_AFTER =
  /^[ \u00A0](?:d[’']|l[’'](?!s\b)|(?:des?|du|et|en|à|au|aux|les?|la|par|pour|qui|que|est|sont|nationale?s?|populaire|supérieure?|artistique|présidentielles?|législatives?|municipales?|européennes?|régionales?)(?![\p{L}\p{M}]))/iu
// “Ça” before a verb at the start of a sentence; “Ca” may be calcium.
const CA =
  /(?<=^|[.!?…] |«[ \u00A0\u202F])C(?=a [\u00A0]?(?:n[’']|m[’']|s[’']|(?:a|aide|arrive|aurait|aura|change|commence|coûte|demande|dépend|devient|dit|doit|donne|été|existe|faisait|fait|le|lui|marche|me|ne|nous|permet|peut|prend|ressemble|reste|se|serait|sera|signifie|suffit|te|tombe|va|vaut|veut|vous|y)(?![\p{L}\p{M}])))/gu

/** Puts accents on capitals (Académie française), for a closed list of words. */
export function correctCapitals(text: string): Change[] {
  const meant = ({ 0: written, index }: RegExpExecArray) => {
    const shared = SHARED.get(written)
    const isMeant = shared !== undefined && isAmongFrench(text, index, index + written.length)
    return isMeant ? shared : (FRENCH.get(written) ?? null)
  }
  return replacementsIn(text, [
    [CAPITALISED, meant],
    [CA, 'Ç'],
  ])
}

function isAmongFrench(text: string, start: number, end: number) {
  const before = text.slice(Math.max(0, start - 12), start)
  if (FRENCH_BEFORE.test(before)) return true
  return FRENCH_AFTER.test(text.slice(end, end + 20)) && !/\p{Lu}[\p{L}\d]*[ \u00A0]$/u.test(before)
}

/** The words by their forms without the first accent or any accent: `Elève`, `ELÈVE`, `ELEVE`. */
function bareForms(words: string) {
  const forms = words
    .trim()
    .split(/\s+/)
    .flatMap((meant): [string, string][] => {
      const [first, capitals] = [bare(meant.charAt(0)), meant.toUpperCase()]
      return [
        [first + meant.slice(1), meant],
        [bare(capitals), capitals],
        [first + capitals.slice(1), capitals],
      ]
    })
  // Short forms in capitals may be acronyms.
  return new Map(forms.filter(([form]) => !/^(?:\p{Lu}{1,3}|EGALE?|ELUS)$/u.test(form)))
}

function bare(word: string) {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

// Words with the ligature, unlike `coexister`, `moelle`, `poète`.
const STEMS = [
  'coeurs?',
  '(?:contre|ran)coeurs?',
  'écoeur\\p{L}*',
  '(?:con)?soeurs?',
  'voeux?',
  'noeuds?',
  'oeil',
  'oeill(?:ère|et|ade)s?',
  'oeufs?',
  '(?:dés|man)?oeuvr\\p{L}*',
  'moeurs',
  'boeufs?',
  'choeurs?',
  'oesophag\\p{L}*',
  'foet(?:us|al|ale|ales|aux)',
  'oedèmes?',
  'oecuméni\\p{L}*',
  'oenolog\\p{L}*',
  'oestrogènes?',
]
const WORD = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_])(?:${STEMS.join('|')})(?![\\p{L}\\p{M}\\d_])`,
  'giu',
)
const AEQUO = /ae(?<=(?<![\p{L}\p{M}])ex[ \u00A0]ae)(?=quo(?![\p{L}\p{M}]))/giu

/** Puts `œ` in the words that have it, and `æ` in “ex æquo”. */
export function correctLigatures(text: string): Change[] {
  const oe = matchesIn(text, WORD).map(({ 0: word, index }) => {
    const at = index + word.toLowerCase().indexOf('oe')
    return { start: at, end: at + 2, text: text[at] === 'O' ? 'Œ' : 'œ' }
  })
  const ae = replacementsIn(text, [[AEQUO, ([written]) => (written.startsWith('A') ? 'Æ' : 'æ')]])
  return [...oe, ...ae].sort(inTextOrder)
}

const ROMAN = '[IVX]{1,6}|[XLC][IVXLC]{1,5}'
const NTH = new RegExp(
  `(?: ?ième| ?ème|éme|ieme|eme|è)(?<=(?<![\\p{L}\\p{M}\\d.,])(?!1\\P{N}|I[^IVX])(?:\\d{1,4}|${ROMAN})(?: ?ième| ?ème|éme|ieme|eme|è))(?=s?(?![\\p{L}\\p{M}\\d]))`,
  'gu',
)
const FIRST =
  /(?<=(?<![\p{L}\p{M}\d.,])[1I])(?: ?ière| ?ère|iere|ére|ere| ?ier|[ \u00A0]er)(?=s?(?![\p{L}\p{M}\d]))/gu
const SECOND =
  /n(?<=(?<![\p{L}\p{M}\d.,]|[«“"'][ \u00A0\u202F]?)2n)(?=de?s?(?![\p{L}\p{M}\d])(?! (?:[Ee]dition|ed\.|International|Annual|Workshop|Conference|Amendment|of|[Gg]en)))/gu
const ENGLISH = /(?<![\p{L}\d])(?:1st|3rd|[4-9]th)(?!\p{L})/u

/**
 * Corrects ordinals: `1re`, `1er`, `2e`, `2d`, `XXe` (Lexique de l’Imprimerie nationale; OQLF).
 */
export function correctOrdinals(text: string): Change[] {
  return replacementsIn(text, [
    [NTH, 'e'],
    [FIRST, ([ending]) => (ending.endsWith('er') ? 'er' : 're')],
    [SECOND, () => (ENGLISH.test(text) ? null : '')],
  ])
}
