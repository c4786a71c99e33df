import type { Manifest } from './manifest.ts'

/** A key of a proposal whose values are those of one vocabulary of the programme. */
export type AskedKey = 'horizon' | 'scale' | 'action' | 'impacts' | 'requests'

/**
 * The keys that a proposal must have before a round opens, in the order of a head: those whose
 * vocabulary the programme has.
 */
export function askedKeys({
  horizons,
  scales,
  actions,
  impacts,
  addressees,
}: Manifest): readonly AskedKey[] {
  const vocabularies = {
    horizon: horizons,
    scale: scales,
    action: actions,
    impacts,
    requests: addressees,
  }
  return (Object.keys(vocabularies) as AskedKey[]).filter((key) => vocabularies[key].length > 0)
}
