import { type Messages, wording } from '@cahier/core'

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
} satisfies Messages

export const SIGNATURE_FAULTS: ReadonlySet<string> = new Set(Object.keys(signatureClauses))
