import type { Collective, Programme } from '@cahier/core'
import { type PublicKey, publicKeyIn } from './public-key.ts'

/** The keys that may sign for members. */
export interface Keyring {
  readonly required: boolean
  readonly keys: readonly KeyringEntry[]
}

export interface KeyringEntry {
  readonly collective: string
  readonly delegate: string
  /** The first valid day. When it cannot be read, it is empty and the key is never valid. */
  readonly from: string
  /** The first day on which the key is no longer valid, or empty. */
  readonly revoked: string
  readonly key: PublicKey
}

/** Keys are parsed on first use. */
export function keyringOf({
  collectives,
  manifest,
}: Pick<Programme, 'collectives' | 'manifest'>): Keyring {
  let keys: readonly KeyringEntry[] | undefined
  return {
    required: manifest.decision.signatures === 'required',
    get keys() {
      keys ??= collectives.flatMap(keysIn)
      return keys
    },
  }
}

function keysIn({ id: collective, delegates }: Collective): readonly KeyringEntry[] {
  return delegates.flatMap(({ id: delegate, keys }) =>
    keys.flatMap(({ key: line, from, revoked }) => {
      const key = publicKeyIn(line)
      return key === null ? [] : [{ collective, delegate, from, revoked, key }]
    }),
  )
}
