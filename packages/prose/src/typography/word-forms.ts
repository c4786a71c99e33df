import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

/** Words with an accented first letter whose form without accent is not English. */
const FRENCH = `
Ébauche Écart Écarts Échange Échanges Échanger Échec Échecs Échelle Échelles Échelon Échelons Éclairage École Écoles Écologie Écologique
Écologiques Écologiste Écologistes Économie Économies Économique Économiques Économiste Économistes Écosse Écoute Écouter Écoutez Écran Écrans
Écrire Écrit Écrits Écriture Écritures Écrivez Édifice Éditer Éditeur Éditeurs Éditrice Égal Égale Également Égales Égalité Égalités Égaux Église
Églises Égypte Électeur Électeurs Électrice Électrices Électoral Électorale Électorales Électricité Électrique Électriques Électronique
Électroniques Éloge Éloges Élément Éléments Élève Élèves Élu Élue Élues Élus Élysée Émetteur Émetteurs Énergétique Énergétiques Énergie Énergies Énoncé
Énoncés Épargne Épicerie Éplucher Épluchez Épidémie Épidémies Époque Époques Épreuve Épreuves Équilibre Équilibres Équipe Équipement Équipements Équipes Équitable
Équitables Équité Érythrée Établi Établir Établissement Établissements Étaient Étais Était Étant Étape Étang Étangs Étapes État États Été Étendue Éthiopie
Éthique Éthiques Êtes Étoile Étoiles Étranger Étrangère Étrangères Étrangers Être Êtres Étude Études Étudiant Étudiante Étudiantes Étudiants
Événement Événements Évènement Évènements Éventuel Éventuelle Éventuellement Éventuelles Éventuels Évangile Évangiles Évêque Évêques Évidemment Éviter Évitez Île Îles
`
/** Words that are also English without accent: corrected only beside a French word. */
const SHARED = `
Âge Âges Édition Éditions Éducation Élaboration Élection Élections Élimination Élite Élites Émergence Émission Émissions Équation Équations Équivalent
Équivalents Évaluation Évaluations Évolution Évolutions
`
// Any three capitals without an accent may be an acronym too.
const ACRONYMS = new Set(['EGAL', 'EGALE', 'ELUS'])

const CORRECT_FORMS = new Map([...bareForms(FRENCH, false), ...bareForms(SHARED, true)])
const CAPITALISED = /(?<![\p{L}\p{M}\d_.@/#-])[AEI][\p{L}]{1,15}(?![\p{L}\p{M}\d_])/gu
// After « d’ », « et » or « par », the word may be a name: « les messages d’Evolution ».
const FRENCH_BEFORE =
  /(?:(?<![\p{L}\p{M}])l[’']|(?<![\p{L}\p{M}])(?:une?|des|du|les?|la|cette|son|sa|ses|leurs?|notre|nos|ministère)[ \u00A0])$/iu
const FRENCH_AFTER =
  /^[ \u00A0](?:d[’']|l[’'](?!s\b)|(?:des?|du|et|en|à|au|aux|les?|la|par|pour|qui|que|est|sont|nationale?s?|populaire|supérieure?|artistique|présidentielles?|législatives?|municipales?|européennes?|régionales?)(?![\p{L}\p{M}]))/iu
// “Ça” before a verb at the start of a sentence; “Ca” may be calcium.
const CA =
  /(?<=^|[.!?…] |«[ \u00A0\u202F])C(?=a [\u00A0]?(?:n[’']|m[’']|s[’']|(?:a|aide|arrive|aurait|aura|change|commence|coûte|demande|dépend|devient|dit|doit|donne|été|existe|faisait|fait|le|lui|marche|me|ne|nous|permet|peut|prend|ressemble|reste|se|serait|sera|signifie|suffit|te|tombe|va|vaut|veut|vous|y)(?![\p{L}\p{M}])))/gu

/** Puts accents on capitals (Académie française), for a closed list of words. */
export function correctCapitals(text: string): Change[] {
  const words = matchesIn(text, CAPITALISED).flatMap(({ 0: written, index }) => {
    const { meant, isShared } = CORRECT_FORMS.get(written) ?? { meant: written, isShared: false }
    if (meant === written || (isShared && !isAmongFrench(text, index, index + written.length)))
      return []
    return [{ start: index, end: index + written.length, text: meant }]
  })
  const ca = matchesIn(text, CA).map(({ index }) => ({ start: index, end: index + 1, text: 'Ç' }))
  return [...words, ...ca].sort((a, b) => a.start - b.start)
}

function isAmongFrench(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  if (FRENCH_BEFORE.test(before)) return true
  return FRENCH_AFTER.test(text.slice(end, end + 20)) && !/\p{Lu}[\p{L}\d]*[ \u00A0]$/u.test(before)
}

function bareForms(
  words: string,
  isShared: boolean,
): [string, { meant: string; isShared: boolean }][] {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((meant) => {
      const capitals = meant.toUpperCase()
      const forms: [string, string][] = [
        [bare(meant[0] as string) + meant.slice(1), meant],
        [bare(capitals), capitals],
        [bare(capitals[0] as string) + capitals.slice(1), capitals],
      ]
      return forms
        .filter(([form]) => form.length > 3 || form !== form.toUpperCase())
        .filter(([form]) => !ACRONYMS.has(form))
        .map(([form, right]): [string, { meant: string; isShared: boolean }] => [
          form,
          { meant: right, isShared },
        ])
    })
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

// Only these words have the ligature, unlike `coexister`, `moelle`, `poète`.
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
const EX_AEQUO = /(?<![\p{L}\p{M}])ex[ \u00A0]ae(?=quo(?![\p{L}\p{M}]))/giu

/** Puts `œ` in the words that have it, and `æ` in “ex æquo”. */
export function correctLigatures(text: string): Change[] {
  const oe = matchesIn(text, WORD).map(({ 0: word, index }) => {
    const at = index + word.toLowerCase().indexOf('oe')
    return { start: at, end: at + 2, text: text[at] === 'O' ? 'Œ' : 'œ' }
  })
  const ae = matchesIn(text, EX_AEQUO).map(({ index }) => ({
    start: index + 3,
    end: index + 5,
    text: text[index + 3] === 'A' ? 'Æ' : 'æ',
  }))
  return [...oe, ...ae].sort((a, b) => a.start - b.start)
}

const ROMAN = '[IVX]{1,6}|[XLC][IVXLC]{1,5}'
const NTH = new RegExp(
  `(?<![\\p{L}\\p{M}\\d.,])(\\d{1,4}|${ROMAN})( ?ième| ?ème|éme|ieme|eme|è)(s?)(?![\\p{L}\\p{M}\\d])`,
  'gu',
)
const FIRST =
  /(?<![\p{L}\p{M}\d.,])[1I]( ?ière| ?ère|iere|ére|ere| ?ier|[ \u00A0]er)(s?)(?![\p{L}\p{M}\d])/gu
const SECOND =
  /(?<![\p{L}\p{M}\d.,]|[«“"'][ \u00A0\u202F]?)2(n)de?s?(?![\p{L}\p{M}\d])(?! (?:[Ee]dition|ed\.|International|Annual|Workshop|Conference|Amendment|of|[Gg]en))/gu
const ENGLISH = /(?<![\p{L}\d])(?:1st|3rd|[4-9]th)(?!\p{L})/u

/**
 * Corrects ordinals: `1re`, `1er`, `2e`, `2d`, `XXe` (Lexique de l’Imprimerie nationale; OQLF).
 */
export function correctOrdinals(text: string): Change[] {
  const nth = matchesIn(text, NTH)
    .filter(([, number]) => number !== '1' && number !== 'I')
    .map(({ 1: number = '', 2: ending = '', index }) =>
      replaced(index + number.length, ending.length, 'e'),
    )
  const first = matchesIn(text, FIRST).map(({ 1: ending = '', index }) =>
    replaced(index + 1, ending.length, ending.endsWith('er') ? 'er' : 're'),
  )
  const second = matchesIn(ENGLISH.test(text) ? '' : text, SECOND).map(({ index }) =>
    replaced(index + 1, 1, ''),
  )
  return [...nth, ...first, ...second].sort((a, b) => a.start - b.start)
}

function replaced(start: number, length: number, text: string): Change {
  return { start, end: start + length, text }
}
