import { type Language, type Message, wording } from '@cahier/core'
import { signatureClauses } from '../signatures/signature-clauses.ts'

/** The reason `why` as a clause: a stance does not count, or still counts on a changed text. */
export function sentenceFor(why: string, language: Language): string {
  return STANCE_WHY[why]?.[language]({}) ?? why
}

/** A message in two languages, followed by the reason `why` in words. */
export function wordingWithWhy(fr: string, en: string): Message {
  const said = wording(fr, en)
  return {
    fr: (data) => `${said.fr(data)} : ${sentenceFor(data.why ?? '', 'fr')}`,
    en: (data) => `${said.en(data)}: ${sentenceFor(data.why ?? '', 'en')}`,
  }
}

const STANCE_WHY: Readonly<Record<string, Message>> = {
  ...signatureClauses,
  otherProgramme: wording(
    'son fichier est celui d’un autre programme',
    'its file is that of another programme',
  ),
  otherCollective: wording(
    'son fichier se dit celui d’un autre collectif',
    'its file says it is that of another collective',
  ),
  left: wording(
    'ce collectif a quitté le programme avant la fin du tour',
    'this collective left the programme before the round ended',
  ),
  notMember: wording(
    'ce collectif n’est pas membre de ce tour',
    'this collective is not a member of this round',
  ),
  noMember: wording(
    'ce collectif n’est pas membre du programme ce jour-là',
    'this collective is not a member of the programme on that day',
  ),
  noText: wording('rien ne dit de quel texte il s’agit', 'it does not say which text it is about'),
  future: wording('sa date est à venir', 'it is dated in the future'),
  afterClose: wording('la clôture était passée', 'it came after the close'),
  recused: wording(
    'ce collectif est en retrait de ce tour',
    'this collective is recused from this round',
  ),
  inadmissible: wording('jugée irrecevable', 'ruled inadmissible'),
  overruled: wording('écartée', 'overruled'),
  noArgument: wording(
    'il lui manque un argument, à ajouter',
    'its argument is missing, and is to be added',
  ),
  standing: wording(
    'dite d’un texte antérieur, cette position tient toujours',
    'it was about an earlier text, and still stands',
  ),
  mergedSince: wording(
    'cette proposition en réunit d’autres, dont ce collectif avait parlé : rien n’en a été repris',
    'this proposal merges others, of which this collective had spoken: nothing was carried over',
  ),
  textChanged: wording('le texte a changé depuis', 'the text has changed since'),
}
