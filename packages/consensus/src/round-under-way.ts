import type { MessageData, Messages, Programme, Proposal } from '@cahier/core'
import { dayIn } from './day-in.ts'

/** The round on a proposal that would be void if its text changed: what is then said, or `null` when there is none. A round is over once its last day is, and stays under way until it is closed. */
export function roundUnderWay(
  { decisions }: Programme,
  { id, normative }: Proposal,
  day: string,
): { readonly message: keyof typeof ROUND_UNDER_WAY; readonly data: MessageData } | null {
  const round = decisions.find(({ proposal }) => proposal === id)?.rounds.at(-1)
  if (round === undefined || round.outcome !== null || round.text !== normative) return null
  return { message: day > round.closes ? 'roundOver' : 'roundOpen', data: { id, closes: round.closes } }
}

/** Why a text is not changed while a round is under way. */
export const ROUND_UNDER_WAY = {
  roundOpen: {
    fr: ({ id, closes }) =>
      `un tour est ouvert sur « ${id} » (jusqu’au ${dayIn('fr', closes)}) : attendez qu’il soit clos, ou ajoutez --void pour accepter qu’il tombe`,
    en: ({ id, closes }) =>
      `a round is open on “${id}” (until ${dayIn('en', closes)}): wait until it is closed, or add --void to accept that it falls`,
  },
  roundOver: {
    fr: ({ id, closes }) =>
      `le tour sur « ${id} » a fini le ${dayIn('fr', closes)} et n’est pas clos : lancez d’abord « cahier close ${id} », ou ajoutez --void pour accepter qu’il tombe`,
    en: ({ id, closes }) =>
      `the round on “${id}” ended on ${dayIn('en', closes)} and is not closed: close it first (“cahier close ${id}”), or add --void to accept that it falls`,
  },
} satisfies Messages
