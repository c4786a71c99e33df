import { type Language, type Message, wording } from '@cahier/core'

/**
 * Why a stance does not count, or still counts on a changed text: a clause with the stance as
 * subject.
 */
export function sentenceFor(why: string, language: Language): string {
  return STANCE_WHY[why]?.[language]({}) ?? why
}

const STANCE_WHY: Readonly<Record<string, Message>> = {
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
  unsigned: wording(
    'son fichier n’est pas signé, et le programme le demande',
    'its file is not signed, and the programme asks that it is',
  ),
  unreadableSignature: wording(
    'la signature de son fichier est illisible',
    'the signature of its file cannot be read',
  ),
  refusedSignature: wording(
    'la signature de son fichier est d’une sorte qui n’est pas acceptée (certificat, ou algorithme trop ancien)',
    'the signature of its file is of a kind that is not accepted (a certificate, or too old an algorithm)',
  ),
  otherUse: wording(
    'la signature de son fichier a été faite pour autre chose que des positions',
    'the signature of its file was made for something other than stances',
  ),
  forged: wording(
    'son fichier n’est pas celui qui a été signé : il a été modifié depuis, ou sa signature est fausse',
    'its file is not the one that was signed: it was changed since, or its signature is false',
  ),
  keyOfOther: wording(
    'son fichier est signé avec la clé d’un autre collectif',
    'its file is signed with the key of another collective',
  ),
  strangerKey: wording(
    'son fichier est signé avec une clé qui n’est celle d’aucun de ses délégués',
    'its file is signed with a key that none of its delegates holds',
  ),
  olderFile: wording(
    'son fichier est plus ancien que celui qu’un tour a déjà compté',
    'its file is older than one that a round has counted already',
  ),
  noBy: wording(
    'rien ne dit quel délégué parle (by), et le programme le demande',
    'it does not say which delegate gives it (by), and the programme asks for it',
  ),
  otherDelegate: wording(
    'le délégué nommé n’est pas celui dont la clé a signé',
    'it says it comes from a delegate whose key is not the one that signed',
  ),
  keyNotYet: wording(
    'à cette date, la clé qui a signé ne valait pas encore',
    'it is dated before the day from which the key that signed it counts',
  ),
  keyRevoked: wording(
    'la clé qui a signé est révoquée depuis, et aucun tour clos avant n’en avait tenu compte',
    'it is signed with a key since revoked, and no round closed before then had counted it',
  ),
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
