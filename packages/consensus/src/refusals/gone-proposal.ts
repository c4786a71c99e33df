import { type MessageData, type Messages, type Proposal, wording } from '@cahier/core'
import { isWithdrawn } from '../counting/status.ts'

/** Why a proposal can no longer change: it is merged, or withdrawn by that day. Else null. */
export function goneProposal(
  proposal: Proposal,
  day: string,
): { readonly message: 'withdrawn' | 'merged'; readonly data: MessageData } | null {
  const { id, replacedBy: by } = proposal
  if (isWithdrawn(proposal, day)) return { message: 'withdrawn', data: { id } }
  return by === '' ? null : { message: 'merged', data: { id, by } }
}

export const GONE_MESSAGES = {
  withdrawn: wording(
    '« {id} » est retirée : on ne se prononce plus sur elle, on ne l’amende plus et on ne la réunit plus à une autre',
    '“{id}” is withdrawn: no stance, no amendment and no merge is possible any more',
  ),
  merged: wording(
    '« {id} » a été réunie à d’autres dans « {by} » : c’est sur celle-ci que l’on se prononce, et celle-ci que l’on amende',
    '“{id}” was merged with others into “{by}”: give stances and amendments there',
  ),
} satisfies Messages
