import {
  type Collective,
  folderOf,
  nearCollective,
  nearest,
  type Programme,
  type Proposal,
  RENAMED_PROPOSAL,
  renamedProposal,
  stemOf,
  UNKNOWN_COLLECTIVE,
  UNKNOWN_PROPOSAL,
} from '@cahier/core'
import { UsageError } from './usage-error.ts'

/** The collective with that id. @throws {UsageError} when there is none. */
export function collectiveNamed(programme: Programme, id: string): Collective {
  const member = programme.collectives.find((collective) => collective.id === id)
  if (member !== undefined) return member
  const near = nearCollective(programme, id)
  throw new UsageError(UNKNOWN_COLLECTIVE.fr({ id, near }), UNKNOWN_COLLECTIVE.en({ id, near }))
}

/** The proposal with that id, or in that file. @throws {UsageError} when there is none. */
export function proposalNamed(programme: Programme, written: string): Proposal {
  const id = writtenId(written)
  const proposal = programme.proposals.find((one) => one.id === id)
  if (proposal !== undefined) return proposal
  const now = renamedProposal(programme, id)?.document.path
  if (now !== undefined)
    throw new UsageError(RENAMED_PROPOSAL.fr({ id, now }), RENAMED_PROPOSAL.en({ id, now }))
  const near = nearest(id, [...programme.ids.proposals])
  throw new UsageError(UNKNOWN_PROPOSAL.fr({ id, near }), UNKNOWN_PROPOSAL.en({ id, near }))
}

/** The id of a proposal or axis, from its id or the path of its file. */
export function writtenId(written: string): string {
  if (!written.endsWith('.md')) return written
  return stemOf(written) === 'axis' ? folderOf(written) : stemOf(written)
}
