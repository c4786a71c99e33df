import { lazily, type Programme } from '@cahier/core'
import { type PublicKey, publicKeyIn } from './public-key.ts'

/** Who may sign what members say. */
export interface Keyring {
  /** Whether a stance that nobody signed is left out. */
  readonly required: boolean
  readonly keys: readonly HeldKey[]
}

/** A key of a delegate, and the days on which it speaks. */
export interface HeldKey {
  readonly collective: string
  readonly delegate: string
  /** The first day it counts; `''` when none can be read, and then it never does. */
  readonly from: string
  /** The first day it no longer counts, or `''`. */
  readonly revoked: string
  readonly key: PublicKey
}

/**
 * The keys that a programme names, and whether it asks for signatures; read when first asked for.
 */
export function keyringOf({
  collectives,
  manifest,
}: Pick<Programme, 'collectives' | 'manifest'>): Keyring {
  return lazily<Keyring>({
    required: () => manifest.decision.signatures === 'required',
    keys: () =>
      collectives.flatMap(({ id: collective, delegates }) =>
        delegates.flatMap(({ id: delegate, keys }) =>
          keys.flatMap(({ key: line, from, revoked }) => {
            const key = publicKeyIn(line)
            return key === null ? [] : [{ collective, delegate, from, revoked, key }]
          }),
        ),
      ),
  })
}
