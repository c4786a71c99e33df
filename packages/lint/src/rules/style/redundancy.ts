import type { Rule } from '../../engine/rule.ts'
import { phraseFinder } from '../../style/find-phrases.ts'

/** Reports phrases that say one thing twice. */
export const redundancy: Rule = {
  id: 'style/redundancy',
  severity: 'warning',
  languages: ['fr'],
  messages: {
    twice: {
      fr: '« {written} » dit deux fois la même chose ; « {enough} » suffit',
      en: '“{written}” says one thing twice; “{enough}” is enough',
    },
  },
  passage(passage, { remark }) {
    for (const { written, start, end, value: enough } of find(passage.text))
      remark(passage, { start, end }, 'twice', { written, enough })
  },
}

const REDUNDANCIES: readonly (readonly [pattern: string, enough: string])[] = [
  ['au jour d’aujourd’hui', 'aujourd’hui'],
  ['à l’heure d’aujourd’hui', 'aujourd’hui'],
  ['à l’heure actuelle d’aujourd’hui', 'aujourd’hui'],
  ['comme par exemple', 'par exemple'],
  ['tels? que par exemple', 'par exemple'],
  ['telles? que par exemple', 'par exemple'],
  ['voire même', 'voire'],
  ['puis ensuite', 'puis'],
  ['ensuite après', 'ensuite'],
  ['car en effet', 'car'],
  ['mais cependant', 'cependant'],
  ['mais toutefois', 'toutefois'],
  ['mais néanmoins', 'néanmoins'],
  ['donc par conséquent', 'donc'],
  ['ainsi par conséquent', 'par conséquent'],
  ['et puis aussi', 'et aussi'],
  ['ou sinon', 'sinon'],
  ['ou bien alors', 'ou bien'],
  ['prév(?:oir|oit|oient|u|ue|us|ues|oyons|oyez|oyant) (?:à l’avance|d’avance)', 'prévoir'],
  ['préven(?:ir|ons|ez|ant|u|ue|us|ues) (?:à l’avance|d’avance)', 'prévenir'],
  ['rajout(?:er|e|ent|ons|ez|ant|é|ée|és|ées) en plus', 'ajouter'],
  ['coopèr(?:e|ent) ensemble', 'coopérer'],
  ['se réuni(?:r|t|ssent|ssant) ensemble', 'se réunir'],
  ['refai(?:re|t|te|ts|tes|sons|sant) (?:de|à) nouveau', 'refaire'],
  ['descend(?:re|ent|ons|ez|ant|u|ue|us|ues)? en bas', 'descendre'],
  ['sort(?:ir|ent|ons|ez|ant|i|ie|is|ies)? dehors', 'sortir'],
  ['au (?:grand|strict) maximum', 'au maximum'],
  ['au grand minimum', 'au minimum'],
  ['monopoles? exclusifs?', 'monopole'],
  ['panacées? universelles?', 'panacée'],
  ['(?:brefs?|courts?) résumés?', 'résumé'],
  ['unanimité (?:totale|générale|complète)', 'unanimité'],
  ['surprises? inattendues?', 'surprise'],
  ['hasards? imprévus?', 'hasard'],
  ['perspectives? d’avenir', 'perspective'],
  ['prévisions? pour l’avenir', 'prévision'],
  ['(?:innovations?|nouveautés?) nouvelles?', 'innovation'],
  ['actuellement en cours', 'en cours'],
  ['incessamment sous peu', 'sous peu'],
  ['différentes variantes', 'variantes'],
  ['preuves? probantes?', 'preuve'],
  ['enfin bref', 'bref'],
]

/** Verbs in -er, without their ending, with words that add nothing to them. */
const REDUNDANT_AFTER: Readonly<Record<string, string>> = {
  report: 'à plus tard',
  ajout: 'en plus',
  collabor: 'ensemble',
  coopér: 'ensemble',
  cohabit: 'ensemble',
  'se concert': 'ensemble',
  's’entraid': '(?:mutuellement|les uns les autres)',
  répét: '(?:de|à) nouveau',
  réitér: '(?:de|à) nouveau',
  recommenc: '(?:de|à) nouveau',
  mont: 'en haut',
  recul: 'en arrière',
  avanc: 'en avant',
  import: 'de l’étranger',
  export: '(?:à|vers) l’étranger',
}

const ENDINGS = '(?:er|e|ent|ons|ez|ant|é|ée|és|ées)'

const find = phraseFinder([
  ...REDUNDANCIES,
  ...Object.entries(REDUNDANT_AFTER).map(
    ([verb, words]) => [`${verb}${ENDINGS} ${words}`, `${verb}er`] as const,
  ),
])
