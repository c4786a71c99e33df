import type { Stance } from '@cahier/core'
import type { Signing } from './signing.ts'

/**
 * Why a stance does not count for want of a good signature; `''` when it does. `day` is the day on
 * which its key must not be revoked yet: days that people write can be forged, so the date of the
 * stance alone never saves it.
 */
export function whyUnheard(
  { by, date }: Pick<Stance, 'by' | 'date'>,
  day: string,
  { required, why, held }: Signing,
): string {
  if (why !== '' || held.length === 0) return why
  if (required && by === '') return 'noBy'
  const own = held.filter(({ delegate }) => by === '' || by === delegate)
  if (own.length === 0) return 'otherDelegate'
  const begun = own.filter(({ from }) => from !== '' && from <= date)
  if (begun.length === 0) return 'keyNotYet'
  return begun.some(({ revoked }) => revoked === '' || revoked > day) ? '' : 'keyRevoked'
}

/**
 * What time and policy bring about, rather than somebody: a round that has closed keeps what it
 * counted all the same.
 */
export const BROUGHT_BY_TIME: ReadonlySet<string> = new Set(['unsigned', 'noBy', 'keyNotYet'])

/** All that may be wrong with a signature. */
export const SIGNATURE_WHYS: ReadonlySet<string> = new Set([
  'unsigned',
  'unreadableSignature',
  'refusedSignature',
  'otherUse',
  'forged',
  'keyOfOther',
  'strangerKey',
  'olderFile',
  'noBy',
  'otherDelegate',
  'keyNotYet',
  'keyRevoked',
])
