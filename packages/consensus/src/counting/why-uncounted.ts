import type { Language, Message } from '@cahier/core'

/**
 * Why a stance does not count, or still counts on a changed text: a clause with the stance as
 * subject.
 */
export function sentenceFor(why: string, language: Language): string {
  return STANCE_WHY[why]?.[language]({}) ?? why
}

const STANCE_WHY: Readonly<Record<string, Message>> = {
  otherProgramme: {
    fr: () => 'son fichier est celui d’un autre programme',
    en: () => 'its file is that of another programme',
  },
  otherCollective: {
    fr: () => 'son fichier se dit celui d’un autre collectif',
    en: () => 'its file says it is that of another collective',
  },
  left: {
    fr: () => 'ce collectif a quitté le programme avant la fin du tour',
    en: () => 'this collective left the programme before the round ended',
  },
  notMember: {
    fr: () => 'ce collectif n’est pas membre de ce tour',
    en: () => 'this collective is not a member of this round',
  },
  noMember: {
    fr: () => 'ce collectif n’est pas membre du programme ce jour-là',
    en: () => 'this collective is not a member of the programme on that day',
  },
  noText: {
    fr: () => 'rien ne dit de quel texte il s’agit',
    en: () => 'it does not say which text it is about',
  },
  future: { fr: () => 'sa date est à venir', en: () => 'it is dated in the future' },
  afterClose: { fr: () => 'la clôture était passée', en: () => 'it came after the close' },
  unsigned: {
    fr: () => 'son fichier n’est pas signé, et le programme le demande',
    en: () => 'its file is not signed, and the programme asks that it is',
  },
  unreadableSignature: {
    fr: () => 'la signature de son fichier est illisible',
    en: () => 'the signature of its file cannot be read',
  },
  refusedSignature: {
    fr: () =>
      'la signature de son fichier est d’une sorte qui n’est pas acceptée (certificat, ou algorithme trop ancien)',
    en: () =>
      'the signature of its file is of a kind that is not accepted (a certificate, or too old an algorithm)',
  },
  otherUse: {
    fr: () => 'la signature de son fichier a été faite pour autre chose que des positions',
    en: () => 'the signature of its file was made for something other than stances',
  },
  forged: {
    fr: () =>
      'son fichier n’est pas celui qui a été signé : il a été modifié depuis, ou sa signature est fausse',
    en: () =>
      'its file is not the one that was signed: it was changed since, or its signature is false',
  },
  keyOfOther: {
    fr: () => 'son fichier est signé avec la clé d’un autre collectif',
    en: () => 'its file is signed with the key of another collective',
  },
  strangerKey: {
    fr: () => 'son fichier est signé avec une clé qui n’est celle d’aucun de ses délégués',
    en: () => 'its file is signed with a key that none of its delegates holds',
  },
  olderFile: {
    fr: () => 'son fichier est plus ancien que celui qu’un tour a déjà compté',
    en: () => 'its file is older than one that a round has counted already',
  },
  noBy: {
    fr: () => 'rien ne dit quel délégué parle (by), et le programme le demande',
    en: () => 'it does not say which delegate gives it (by), and the programme asks for it',
  },
  otherDelegate: {
    fr: () => 'le délégué nommé n’est pas celui dont la clé a signé',
    en: () => 'it says it comes from a delegate whose key is not the one that signed',
  },
  keyNotYet: {
    fr: () => 'à cette date, la clé qui a signé ne valait pas encore',
    en: () => 'it is dated before the day from which the key that signed it counts',
  },
  keyRevoked: {
    fr: () =>
      'la clé qui a signé est révoquée depuis, et aucun tour clos avant n’en avait tenu compte',
    en: () =>
      'it is signed with a key since revoked, and no round closed before then had counted it',
  },
  recused: {
    fr: () => 'ce collectif est en retrait de ce tour',
    en: () => 'this collective is recused from this round',
  },
  inadmissible: { fr: () => 'jugée irrecevable', en: () => 'ruled inadmissible' },
  overruled: { fr: () => 'écartée', en: () => 'overruled' },
  noArgument: {
    fr: () => 'il lui manque un argument, à ajouter',
    en: () => 'its argument is missing, and is to be added',
  },
  standing: {
    fr: () => 'dite d’un texte antérieur, cette position tient toujours',
    en: () => 'it was about an earlier text, and still stands',
  },
  mergedSince: {
    fr: () =>
      'cette proposition en réunit d’autres, dont ce collectif avait parlé : rien n’en a été repris',
    en: () =>
      'this proposal merges others, of which this collective had spoken: nothing was carried over',
  },
  textChanged: { fr: () => 'le texte a changé depuis', en: () => 'the text has changed since' },
}
