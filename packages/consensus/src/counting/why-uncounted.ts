import { type Language, type Message, type RuleMessages, wording } from '@cahier/core'

/**
 * The reason `why` in words: why a stance (answer) does not count, or still counts on a changed
 * text.
 */
export function uncountedReason(why: string, language: Language): string {
  return STANCE_WHY[why]?.[language]({}) ?? why
}

/** A message in two languages, followed by the reason `why` in words. */
export function wordingWithWhy(fr: string, en: string): Message {
  const said = wording(fr, en)
  return {
    fr: (data) => `${said.fr(data)} : ${uncountedReason(data.why ?? '', 'fr')}`,
    en: (data) => `${said.en(data)}: ${uncountedReason(data.why ?? '', 'en')}`,
  }
}

/** Why a stance or a ruling does not count, for each fault of its signature. */
export const signatureClauses = {
  unsigned: wording(
    'la signature que le programme demande n’y est pas',
    'the signature that the programme asks for is not there',
  ),
  unreadableSignature: wording('la signature est illisible', 'the signature cannot be read'),
  refusedSignature: wording(
    'la signature est d’une sorte qui n’est pas acceptée (certificat, ou algorithme trop ancien)',
    'the signature is of a kind that is not accepted (a certificate, or too old an algorithm)',
  ),
  otherUse: wording(
    'la signature a été faite pour autre chose',
    'the signature was made for something else',
  ),
  forged: wording(
    'ce n’est pas ce texte qui a été signé ; il a été modifié depuis, ou la signature est fausse',
    'it is not this text that was signed; it was changed since, or the signature is false',
  ),
  keyOfOther: wording(
    'la clé qui a signé est celle d’un autre collectif',
    'the key that signed belongs to another collective',
  ),
  strangerKey: wording(
    'la clé qui a signé n’est celle d’aucun délégué du collectif qui parle',
    'the key that signed belongs to no delegate of the collective that speaks',
  ),
  olderFile: wording(
    'ce fichier est plus ancien que celui qu’un tour a déjà compté',
    'this file is older than one that a round has counted already',
  ),
  noBy: wording(
    'rien ne dit quel délégué parle (by), et le programme le demande',
    'nothing says which delegate speaks (by), and the programme asks for it',
  ),
  otherDelegate: wording(
    'le délégué nommé n’est pas celui dont la clé a signé',
    'the delegate named is not the one whose key signed',
  ),
  keyNotYet: wording(
    'à cette date, la clé qui a signé ne valait pas encore',
    'on that date, the key that signed did not count yet',
  ),
  keyRevoked: wording(
    'la clé qui a signé est révoquée depuis, et aucun tour clos avant n’en avait tenu compte',
    'the key that signed was revoked since, and no round closed before then had counted it',
  ),
} satisfies RuleMessages

export const SIGNATURE_FAULTS: ReadonlySet<string> = new Set(Object.keys(signatureClauses))

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
