import type { Round, Ruling } from '@cahier/core'
import canonicalize from 'canonicalize'
import type { Keyring } from './keyring.ts'
import { isSameKey } from './public-key.ts'
import { faultOf } from './signing.ts'
import { verifySignature } from './verify-signature.ts'
import { whyUnheard } from './why-unheard.ts'

/** What a ruling is signed for: `ssh-keygen -Y sign -n cahier-rulings`. */
export const RULINGS_NAMESPACE = 'cahier-rulings'

/**
 * What a facilitator signs: RFC 8785 JSON of a ruling and of the opening seal of its round, which
 * holds for one proposal, one text and one list of members.
 */
export function signedRuling(
  { seal }: Pick<Round, 'seal'>,
  { on, ruling, by, date, reason, objection }: Ruling,
): string {
  return canonicalize({ seal, on, ruling, by, date, reason, objection }) ?? ''
}

/**
 * Why a ruling does not count for want of a good signature, by a key of who gave it; `''` when it
 * does. `day` is the day on which that key must not be revoked yet.
 */
export function whyRulingUnheard(
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
    : whyUnheard({ by: '', date }, day, { required: false, why: '', held })
}
