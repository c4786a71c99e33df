import { type Programme, type Proposal, type Round, readDocument, readProposal } from '@cahier/core'

/** A proposal as it was last adopted. */
export interface AdoptedText {
  /**
   * Read from the copy; its document bears the path of the proposal, so that its links lead where
   * they led.
   */
  readonly proposal: Proposal
  readonly round: Round
  /** The path of the copy in the folder. */
  readonly path: string
}

/**
 * The text of the last round that adopted a proposal, read from the byte copy the round kept;
 * `null` when there is no such round or copy.
 */
export function lastAdoptedText(programme: Programme, proposal: Proposal): AdoptedText | null {
  const rounds =
    programme.decisions.find((decisions) => decisions.proposal === proposal.id)?.rounds ?? []
  const round = rounds.findLast(
    ({ outcome }) =>
      outcome?.result === 'adopted' || outcome?.result === 'adopted-with-reservations',
  )
  if (round === undefined) return null
  const path = `decisions/${proposal.id}/${round.opened}/text.md`
  const copy = programme.records.find((record) => record.path === path)
  if (copy === undefined) return null
  const document = readDocument({ path: proposal.document.path, text: copy.text }, 'proposal')
  return { proposal: readProposal(document, programme.manifest, programme.assets), round, path }
}
