import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'

/** Words that begin with an accented letter and are no English word. */
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
/** The same, that English has too: only beside a French word. */
const SHARED = `
Âge Âges Édition Éditions Éducation Élaboration Élection Élections Élimination Élite Élites Émergence Émission Émissions Équation Équations Équivalent
Équivalents Évaluation Évaluations Évolution Évolutions
`
// Three capitals without an accent may be an acronym, and so may these.
const ACRONYMS = new Set(['EGAL', 'EGALE', 'ELUS'])

const MEANT = new Map([...bareForms(FRENCH, false), ...bareForms(SHARED, true)])
const CAPITALISED = /(?<![\p{L}\p{M}\d_.@/#-])[AEI][\p{L}]{1,15}(?![\p{L}\p{M}\d_])/gu
// After « d’ », « et » or « par » it may be a name: « les messages d’Evolution ».
const FRENCH_BEFORE =
  /(?:(?<![\p{L}\p{M}])l[’']|(?<![\p{L}\p{M}])(?:une?|des|du|les?|la|cette|son|sa|ses|leurs?|notre|nos|ministère)[ \u00A0])$/iu
const FRENCH_AFTER =
  /^[ \u00A0](?:d[’']|l[’'](?!s\b)|(?:des?|du|et|en|à|au|aux|les?|la|par|pour|qui|que|est|sont|nationale?s?|populaire|supérieure?|artistique|présidentielles?|législatives?|municipales?|européennes?|régionales?)(?![\p{L}\p{M}]))/iu
// “Ça” begins a sentence, and a verb follows: “Ca” alone may be calcium.
const CA =
  /(?<=^|[.!?…] |«[ \u00A0\u202F])C(?=a [\u00A0]?(?:n[’']|m[’']|s[’']|(?:a|aide|arrive|aurait|aura|change|commence|coûte|demande|dépend|devient|dit|doit|donne|été|existe|faisait|fait|le|lui|marche|me|ne|nous|permet|peut|prend|ressemble|reste|se|serait|sera|signifie|suffit|te|tombe|va|vaut|veut|vous|y)(?![\p{L}\p{M}])))/gu

/**
 * Capitals keep their accents (Académie française). A closed list: a name that nobody can know
 * keeps its form.
 */
export function accentedCapitals(text: string): Change[] {
  const words = matchesIn(text, CAPITALISED).flatMap(({ 0: written, index }) => {
    const { meant, isShared } = MEANT.get(written) ?? { meant: written, isShared: false }
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
