import type { Programme } from '@cahier/core'

/** A digest, and what it is of. */
export interface KnownDigest {
  readonly digest: string
  readonly of: 'normative' | 'whole' | 'frozen' | 'seal'
  /** Id of the proposal. */
  readonly about: string
  /** The day the round opened; `''` for a text as it stands. */
  readonly day: string
}

/**
 * The digests of one proposal that the folder can tell: those of its text now first, then those of
 * its rounds.
 */
export function knownDigests(programme: Programme, id: string): readonly KnownDigest[] {
  const proposal = programme.proposals.find((one) => one.id === id)
  const decisions = programme.decisions.find((one) => one.proposal === id)
  const now =
    proposal === undefined
      ? []
      : [known(proposal.normative, 'normative'), known(proposal.whole, 'whole')]
  const then = (decisions?.rounds ?? []).flatMap(({ opened, text, seal, outcome }) => [
    known(text, 'frozen', opened),
    known(seal, 'seal', opened),
    ...(outcome === null ? [] : [known(outcome.seal, 'seal', opened)]),
  ])
  return [...now, ...then]

  function known(digest: string, of: KnownDigest['of'], day = ''): KnownDigest {
    return { digest, of, about: id, day }
  }
}
