import {
  EMPTY_PLAN,
  FILE_START,
  type Message,
  type MessageData,
  nearCollective,
  nearest,
  type Plan,
  type Programme,
  type Proposal,
  RENAMED_PROPOSAL,
  type RuleMessages,
  renamedProposal,
  UNKNOWN_PROPOSAL,
  wording,
} from '@cahier/core'
import { isWithdrawn } from '../counting/status.ts'
import { decisionsOn } from '../find-by-id.ts'

/** Gives an empty plan with one error, about the file at `path`. */
type Refuse<M extends RuleMessages> = (
  path: string,
  message: keyof M & string,
  data?: MessageData,
) => Plan

/** Returns a `Refuse` function for the messages of `rule`. `_messages` only gives the type. */
export function refusalMaker<M extends RuleMessages>(rule: string, _messages: M): Refuse<M> {
  return (path, message, data = {}) => ({
    ...EMPTY_PLAN,
    findings: [{ rule, severity: 'error', message, data, path, place: FILE_START }],
  })
}

export function isRefused(plan: Plan): boolean {
  return plan.findings.some(({ severity }) => severity === 'error')
}

export const NO_PROPOSAL: Message = {
  fr: (data) => (data.now ? RENAMED_PROPOSAL : UNKNOWN_PROPOSAL).fr(data),
  en: (data) => (data.now ? RENAMED_PROPOSAL : UNKNOWN_PROPOSAL).en(data),
}

/** Data for `NO_PROPOSAL`: the new path of a renamed proposal, else the nearest id. */
export function unknownProposal(programme: Programme, id: string): MessageData {
  const renamed = renamedProposal(programme, id)
  return renamed === null
    ? { id, near: nearest(id, [...programme.ids.proposals]) }
    : { id, now: renamed.document.path }
}

export function unknownCollective(programme: Programme, id: string): MessageData {
  return { id, near: nearCollective(programme, id) }
}

export const BAD_NAME: Message = {
  fr: ({ id, meant }) =>
    `« ${id} » ne peut pas être un nom de fichier${meant ? ` : écrivez par exemple « ${meant} »` : ''}`,
  en: ({ id, meant }) =>
    `“${id}” cannot be the name of a file${meant ? `: write “${meant}” for instance` : ''}`,
}

/** Why a proposal can no longer change: it was withdrawn or merged. Null when it still can. */
export function goneReason(
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
} satisfies RuleMessages

/**
 * Why a text may not change now; null when it may. A change would void its open round (a vote):
 * `mayFall` accepts that.
 */
export function blockingReason(
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
} satisfies RuleMessages
