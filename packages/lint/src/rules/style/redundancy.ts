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
    for (const { written, from, to, value: enough } of find(passage.text))
      remark(passage, { start: from, end: to }, 'twice', { written, enough })
  },
}

/** Pattern of each phrase, and its shorter form. Our own list, from French grammars. */
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
  ['report(?:er|e|ent|ons|ez|ant|é|ée|és|ées) à plus tard', 'reporter'],
  ['ajout(?:er|e|ent|ons|ez|ant|é|ée|és|ées) en plus', 'ajouter'],
  ['rajout(?:er|e|ent|ons|ez|ant|é|ée|és|ées) en plus', 'ajouter'],
  ['collabor(?:er|e|ent|ons|ez|ant) ensemble', 'collaborer'],
  ['coopér(?:er|ons|ez|ant) ensemble', 'coopérer'],
  ['coopèr(?:e|ent) ensemble', 'coopérer'],
  ['cohabit(?:er|e|ent|ons|ez|ant) ensemble', 'cohabiter'],
  ['se réuni(?:r|t|ssent|ssant) ensemble', 'se réunir'],
  ['se concert(?:er|e|ent|ant) ensemble', 'se concerter'],
  ['s’entraid(?:er|e|ent|ant) (?:mutuellement|les uns les autres)', 's’entraider'],
  ['répét(?:er|ons|ez|ant|é|ée|és|ées) (?:de|à) nouveau', 'répéter'],
  ['réitér(?:er|ons|ez|ant|é|ée|és|ées) (?:de|à) nouveau', 'réitérer'],
  ['recommenc(?:er|e|ent|é|ée|és|ées) (?:de|à) nouveau', 'recommencer'],
  ['refai(?:re|t|te|ts|tes|sons|sant) (?:de|à) nouveau', 'refaire'],
  ['mont(?:er|e|ent|ons|ez|ant|é|ée|és|ées) en haut', 'monter'],
  ['descend(?:re|ent|ons|ez|ant|u|ue|us|ues)? en bas', 'descendre'],
  ['sort(?:ir|ent|ons|ez|ant|i|ie|is|ies)? dehors', 'sortir'],
  ['recul(?:er|e|ent|ons|ez|ant|é|ée|és|ées) en arrière', 'reculer'],
  ['avanc(?:er|e|ent|ez|ant|é|ée|és|ées) en avant', 'avancer'],
  ['import(?:er|e|ent|ons|ez|ant|é|ée|és|ées) de l’étranger', 'importer'],
  ['export(?:er|e|ent|ons|ez|ant|é|ée|és|ées) (?:à|vers) l’étranger', 'exporter'],
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

const find = phraseFinder(REDUNDANCIES)
