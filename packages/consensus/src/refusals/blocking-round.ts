import {
  type MessageData,
  type Messages,
  type Programme,
  type Proposal,
  wording,
} from '@cahier/core'
import { decisionsOn } from '../find-by-id.ts'

/**
 * Why a text may not change yet, or null: its open round would become void (unless `mayFall`), or
 * its rounds cannot be read.
 */
export function blockingRound(
  programme: Programme,
  { id, normative }: Proposal,
  { day, mayFall }: { readonly day: string; readonly mayFall: boolean },
): {
  readonly message: keyof typeof BLOCKING_ROUND_MESSAGES | 'unreadable'
  readonly data: MessageData
} | null {
  const decisions = decisionsOn(programme, id)
  if (decisions?.document.sound === false)
    return { message: 'unreadable', data: { path: decisions.document.path } }
  const round = decisions?.rounds.at(-1)
  if (mayFall || round === undefined || round.outcome !== null || round.text !== normative)
    return null
  return {
    message: day > round.closes ? 'roundOver' : 'roundOpen',
    data: { id, closes: round.closes },
  }
}

export const BLOCKING_ROUND_MESSAGES = {
  roundOpen: wording(
    'un tour est ouvert sur « {id} » (jusqu’au {closes|day}) : attendez qu’il soit clos, ou ajoutez --void pour accepter qu’il tombe',
    'a round is open on “{id}” (until {closes|day}): wait until it is closed, or add --void to accept that it becomes void',
  ),
  roundOver: wording(
    'le tour sur « {id} » a fini le {closes|day} et n’est pas clos : lancez d’abord « cahier close {id} », ou ajoutez --void pour accepter qu’il tombe',
    'the round on “{id}” ended on {closes|day} and is not closed: close it first (“cahier close {id}”), or add --void to accept that it becomes void',
  ),
} satisfies Messages
