import { placeOf, sectionTermOf } from '@cahier/core'
import type { Passage } from '@cahier/prose'
import type { Rule, TextContext } from '../../engine/rule.ts'
import { phraseFinder } from '../../style/find-phrases.ts'

/** Reports vague words in requests, summary and normative sections (put to the vote). */
export const vagueWord: Rule = {
  id: 'style/vague-word',
  severity: 'warning',
  inDraft: 'info',
  languages: ['fr'],
  messages: {
    howMany: {
      fr: '« {written} » : combien ? Un nombre se vérifie, ce mot non',
      en: '“{written}”: how many? A number can be checked, this word cannot',
    },
    when: {
      fr: '« {written} » : quand ? Une date ou un délai se vérifie, ce mot non',
      en: '“{written}”: when? A date or a deadline can be checked, this word cannot',
    },
    who: {
      fr: '« {written} » : qui ? Nommez qui doit le faire',
      en: '“{written}”: who? Name who has to do it',
    },
    what: {
      fr: '« {written} » : quoi d’autre ? Dites si la liste est complète',
      en: '“{written}”: what else? Say whether the list is complete',
    },
    how: {
      fr: '« {written} » : comment ? Dites par quel acte : une loi, un budget, une interdiction',
      en: '“{written}”: how? Say by which act: a law, a budget, a ban',
    },
    which: {
      fr: '« {written} » : selon quel critère, et qui en juge ?',
      en: '“{written}”: by which criterion, and who judges?',
    },
    except: {
      fr: '« {written} » : dans quels cas ? Nommez l’exception, ou ôtez-la',
      en: '“{written}”: in which cases? Name the exception, or remove it',
    },
  },
  text(context) {
    if (context.document.kind !== 'proposal') return
    for (const passage of context.passages.filter((one) => isCommitment(one, context))) {
      for (const { written, start, end, value: question } of find(passage.text))
        context.remark(passage, { start, end }, question, { written })
    }
  },
}

function isCommitment({ node, pointer, start }: Passage, { document, settings }: TextContext) {
  if (node === null) return pointer !== '/title'
  const section = document.body?.sections.findLast(
    ({ heading }) => placeOf(heading).start.offset <= start,
  )
  return (
    section !== undefined &&
    section.heading !== node &&
    sectionTermOf(section, settings)?.normative === true
  )
}

const VERB = '(?:er|e?ons|e|ent|era|eront)'

/** Vague words by question, in the syntax of `phraseFinder`. */
const VAGUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  howMany: [
    'un certain nombre d(?:e|’)',
    'un grand nombre d(?:e|’)',
    'un nombre (?:suffisant|important|significatif) d(?:e|’)',
    'de nombreu(?:x|ses)',
    'massivement',
    'significativement',
    'de (?:manière|façon) significative',
    'sensiblement',
    'substantiellement',
    'considérablement',
    'suffisamment d(?:e|’)',
    'fortement',
    'drastiquement',
    'au maximum de ses possibilités',
    'des moyens (?:suffisants|adaptés|nécessaires|supplémentaires|renforcés|à la hauteur)',
    'les moyens (?:suffisants|adaptés|nécessaires)',
  ],
  when: [
    // Not `terme` as an end: « mener le projet à terme », « un compte à terme ».
    'à terme(?! échu)(?<!(?<!\\p{L})(?:(?:m[eè]n[eé]|port[eé]|condui|arriv|parv|venir|venu|vien[dnt])\\p{L}*|née?s?)(?:\\s\\p{L}+){0,4}\\sà terme|(?:compte|dépôt|marché|paiement|vente|achat|contrat|prêt|placement)s?\\sà terme)',
    'à l’avenir',
    'dans les meilleurs délais',
    'dans un délai raisonnable',
    'dans un avenir proche',
    'dès que possible',
    'le plus (?:tôt|vite|rapidement) possible',
    'au plus (?:tôt|vite)',
    'prochainement',
    'rapidement',
    'progressivement',
    'graduellement',
    'à (?:court|moyen|long) terme',
    // Not the legal "in due form": « les personnes régulièrement inscrites ».
    'régulièrement(?! (?:admis|constitué|convoqué|déclaré|désigné|élu|entré|établi|immatriculé|inscrit|installé))',
    'périodiquement',
    'ultérieurement',
    'en temps (?:utile|voulu)',
  ],
  who: [
    'il conviendr(?:a|ait)',
    'il convient d(?:e|’)',
    'il faudr(?:a|ait)',
    'il serait (?:bon|souhaitable|utile|nécessaire|opportun)',
    'il est (?:souhaitable|opportun|nécessaire|important|indispensable) (?:de|que|d’|qu’)',
    'les acteurs (?:concernés|compétents|du secteur)',
    'les parties prenantes',
    'les (?:autorités|instances|services) (?:compétentes|compétents|concernées|concernés)',
    'les personnes concernées',
  ],
  what: [
    'notamment',
    'entre autres',
    'etc\\.',
    'par exemple',
    'tou(?:te)?s? autres? mesures? utiles?',
    'des mesures (?:appropriées|adaptées|nécessaires|fortes|concrètes|ambitieuses)',
  ],
  how: [
    `favoris${VERB}`,
    `encourag${VERB}`,
    `renforc${VERB}`,
    'promouv(?:oir|ons|ra|ront)',
    'promeu(?:t|vent)',
    `sensibilis${VERB}`,
    `valoris${VERB}`,
    `optimis${VERB}`,
    `dynamis${VERB}`,
    `amélior${VERB}`,
    'œuvr(?:er|ons|ent|era|eront)',
    // Not the noun `œuvre`: « une œuvre pour tous », « la mise en œuvre à Lyon ».
    '(?<!(?<!\\p{L})(?:en|une|cette) |[ld]’)œuvre (?:à|pour|contre)',
    `veill${VERB} à`,
    'tend(?:re|ons|ent|ra|ront)? vers',
    `contribu${VERB} à`,
    'réfléchi(?:r|ssons|t|ssent|ra|ront) à',
    `engag${VERB} une réflexion`,
    `étudi${VERB} la possibilité`,
    `envisag${VERB}`,
    '(?:prendre|prenons|prend|prennent|prendra|prendront) en (?:compte|considération)',
    '(?:tenir|tenons|tient|tiennent|tiendra|tiendront) compte d(?:e|u|es|’)',
  ],
  which: [
    'adéquate?s?',
    'appropriée?s?',
    // Not the legal « aménagement raisonnable ».
    'raisonnables?(?<!(?:aménagement|accommodement)s?\\sraisonnables?)',
    'raisonnablement',
    'pertinente?s?',
    'satisfaisante?s?',
    // « un service de qualité », but not « un indice de qualité de l’air ».
    'de qualité(?! (?:d(?:e|u|es)(?!\\p{L})|d’))(?<!(?:indice|indicateur|label|signe|norme|critère|contrôle|exigence|démarche|perte|baisse|objectif)s?\\sde qualité)',
    'ambitieu(?:x|ses?)',
    'responsables? et durables?',
  ],
  except: [
    'dans la mesure du possible',
    'autant que possible',
    'autant que faire se peut',
    'si possible',
    'sauf exceptions?',
    'en principe',
    'le cas échéant',
    'en tant que de besoin',
    // Not the need itself: « répondre au besoin », « adapté au besoin de chacun ».
    'au besoin(?! (?:d(?:e|u|es)(?!\\p{L})|d’))(?<!(?:(?:répon|correspon|adapt|fai[rst]|face|subv)\\p{L}*|(?<!\\p{L})li(?:ée?s?|er))\\sau besoin)',
    'si nécessaire',
    'de (?:manière|façon) générale',
  ],
}

const find = phraseFinder(
  Object.entries(VAGUE_WORDS).flatMap(([question, words]) =>
    words.map((word) => [word, question] as const),
  ),
)
