import { type Round, type RuleMessages, type Ruling, wording } from '@cahier/core'
import canonicalize from 'canonicalize'
import { wordingWithWhy } from '../counting/why-uncounted.ts'
import { isSameKey } from './public-key.ts'
import { faultOf, type Keyring, stanceSignatureFault } from './stance-signatures.ts'
import { verifySignature } from './verify-signature.ts'

/** The signature namespace of rulings: `ssh-keygen -Y sign -n cahier-rulings`. */
export const RULINGS_NAMESPACE = 'cahier-rulings'

/**
 * The signed text: a ruling (a facilitator's decision on a member) and its round's opening seal, as
 * RFC 8785 JSON.
 */
export function signedRuling(
  { seal }: Pick<Round, 'seal'>,
  { on, ruling, by, date, reason, objection }: Ruling,
): string {
  return canonicalize({ seal, on, ruling, by, date, reason, objection }) ?? ''
}

/** Why a ruling is not validly signed, or empty. A key revoked on or before `day` is refused. */
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
  rulingUnheard: wordingWithWhy(
    'cet arbitrage de « {by} » sur « {member} » ne compte pas, et peut être rendu de nouveau (cahier ruling … --sign)',
    'this ruling by “{by}” about “{member}” does not count, and can be given again (cahier ruling … --sign)',
  ),
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
} satisfies RuleMessages
