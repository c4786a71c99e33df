import type { Plan, Programme, Proposal, Round } from '@cahier/core'
import { decisionsOn, proposalOf } from '../find-by-id.ts'
import { unknownProposal } from '../refusals/refusal.ts'
import { missingImage, unreadableText } from '../refusals/unreadable-files.ts'
import { refusedFile, refusedRound } from './round-messages.ts'

/** A proposal with the file of its rounds (votes) and its last round; otherwise a refusal. */
export function lastRound(programme: Programme, id: string) {
  const path = `decisions/${id}.yaml`
  const proposal = proposalOf(programme, id)
  if (proposal === undefined)
    return { refusal: refusedRound(path, 'noProposal', unknownProposal(programme, id)) }
  const decisions = decisionsOn(programme, id)
  if (decisions?.document.sound === false) return { refusal: refusedFile(path) }
  const round = decisions?.rounds.at(-1)
  return decisions === undefined || round === undefined
    ? { refusal: refusedRound(path, 'noRound', { id }) }
    : { proposal, decisions, round }
}

/** The refusal of a text with errors or with an image that cannot be read; else null. */
export function refusedText(
  programme: Programme,
  proposal: Proposal,
  rounds: readonly Round[],
): Plan | null {
  const unreadable = unreadableText(proposal, rounds)
  if (unreadable !== undefined) return refusedFile(unreadable)
  const image = missingImage(programme, proposal, rounds)
  return image === undefined
    ? null
    : refusedRound(proposal.document.path, image.message, image.data)
}
