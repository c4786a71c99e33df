import { type Collective, nearest, type Programme, type Proposal, RENAMED_PROPOSAL, renamedProposal } from '@cahier/core'
import { amendedId } from './amended-id.ts'
import { UsageError } from './usage-error.ts'

/** The collective somebody names. */
export function collectiveNamed(programme: Programme, id: string): Collective {
  const member = programme.collectives.find((collective) => collective.id === id)
  if (member !== undefined) return member
  const near = nearest(id, [...programme.ids.collectives])
  throw new UsageError(
    `aucun collectif « ${id} »${near && ` : vouliez-vous écrire « ${near} » ?`}`,
    `no collective “${id}”${near && `: did you mean “${near}”?`}`,
  )
}

/** The proposal somebody names, by its id or by the path of its file. */
export function proposalNamed(programme: Programme, written: string): Proposal {
  const id = amendedId(written)
  const proposal = programme.proposals.find((one) => one.id === id)
  if (proposal !== undefined) return proposal
  const now = renamedProposal(programme, id)?.document.path
  if (now !== undefined) throw new UsageError(RENAMED_PROPOSAL.fr({ id, now }), RENAMED_PROPOSAL.en({ id, now }))
  const near = nearest(id, [...programme.ids.proposals])
  throw new UsageError(
    `aucune proposition « ${id} »${near && ` : vouliez-vous écrire « ${near} » ?`}`,
    `no proposal “${id}”${near && `: did you mean “${near}”?`}`,
  )
}
