import { type Language, type Messages, type Round, type Ruling, wording } from '@cahier/core'
import canonicalize from 'canonicalize'
import type { Keyring } from './keyring.ts'
import { isSameKey } from './public-key.ts'
import { faultOf, stanceSignatureFault } from './signing.ts'
import { verifySignature } from './verify-signature.ts'

/** The signature namespace of rulings: `ssh-keygen -Y sign -n cahier-rulings`. */
export const RULINGS_NAMESPACE = 'cahier-rulings'

/**
 * The text that a facilitator signs: RFC 8785 JSON of a ruling and of the opening seal of its
 * round.
 */
export function signedRuling(
  { seal }: Pick<Round, 'seal'>,
  { on, ruling, by, date, reason, objection }: Ruling,
): string {
  return canonicalize({ seal, on, ruling, by, date, reason, objection }) ?? ''
}

/**
 * The code of what is wrong with the signature of a ruling (`unsigned`, `forged`…); `''` when
 * nothing is. Its key must not be revoked on `day`.
 */
export function rulingSignatureFault(
  round: Pick<Round, 'seal'>,
  ruling: Ruling,
  day: string,
  keyring: Keyring,
): string {
  const { signature = '', by, date } = ruling
  if (signature === '') return keyring.required ? 'unsigned' : ''
  const verdict = verifySignature(
    Buffer.from(signedRuling(round, ruling)),
    Buffer.from(signature),
    RULINGS_NAMESPACE,
  )
  const fault = faultOf(verdict)
  if (fault !== '') return fault
  const held = keyring.keys.filter(
    ({ key, collective }) =>
      collective === by && verdict.key !== null && isSameKey(key, verdict.key),
  )
  return held.length === 0
    ? 'strangerKey'
    : stanceSignatureFault({ by: '', date }, day, { required: false, why: '', held })
}

export const rulingMessages = {
  rulingUnheard: {
    fr: (data) => `cet arbitrage sur « ${data.member} » ne compte pas : ${whyIn('fr', data)}`,
    en: (data) => `this ruling about “${data.member}” does not count: ${whyIn('en', data)}`,
  },
  rulingToSign: wording(
    'le programme demande que les arbitrages soient signés : ajoutez --sign',
    'the programme asks that rulings be signed: add --sign',
  ),
  rulingLate: wording(
    'le tour est fini depuis le soir du {closes|day} : un arbitrage se rend pendant le tour ; plus tard, il ne compte que signé (cahier ruling … --sign)',
    'the round has been over since the evening of {closes|day}: a ruling is given during the round; later, it counts only when it is signed (cahier ruling … --sign)',
  ),
  rulingWithOutcome: wording(
    'cet arbitrage arrive avec le résultat qu’il change : envoyez-le d’abord seul, pendant le tour, pour que chacun le voie, ou signé (cahier ruling … --sign)',
    'this ruling comes with the outcome that it changes: send it alone first, during the round, for everybody to see, or signed (cahier ruling … --sign)',
  ),
} satisfies Messages

function whyIn(
  language: Language,
  { why = '', by = '' }: Readonly<Record<string, string>>,
): string {
  return WHYS[why]?.(by)[language === 'fr' ? 0 : 1] ?? why
}

const WHYS: Readonly<Record<string, (by: string) => readonly [fr: string, en: string]>> = {
  unsigned: () => [
    'le programme demande qu’il soit signé par qui l’a rendu ; rendez-le de nouveau (cahier ruling … --sign)',
    'the programme asks that it be signed by who gave it; give it again (cahier ruling … --sign)',
  ],
  unreadableSignature: () => ['sa signature est illisible', 'its signature cannot be read'],
  refusedSignature: () => [
    'sa signature est d’une sorte qui n’est pas acceptée (certificat, ou algorithme trop ancien)',
    'its signature is of a kind that is not accepted (a certificate, or too old an algorithm)',
  ],
  otherUse: () => [
    'sa signature a été faite pour autre chose qu’un arbitrage',
    'its signature was made for something other than a ruling',
  ],
  forged: () => [
    'ce n’est pas lui qui a été signé, pour ce tour ; il a été modifié depuis, ou la signature est fausse',
    'it is not what was signed, for this round; it was changed since, or the signature is false',
  ],
  strangerKey: (by) => [
    `la clé qui l’a signé n’est celle d’aucun délégué de « ${by} » (collectives/${by}.yaml)`,
    `the key that signed it belongs to no delegate of “${by}” (collectives/${by}.yaml)`,
  ],
  keyNotYet: () => [
    'à cette date, la clé qui l’a signé ne valait pas encore',
    'it is dated before the day from which the key that signed it counts',
  ],
  keyRevoked: () => [
    'la clé qui l’a signé est révoquée depuis ; rendez-le de nouveau avec une autre',
    'the key that signed it was revoked since; give it again with another',
  ],
}
