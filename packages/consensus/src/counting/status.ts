import {
  countOf,
  dayIn,
  type Message,
  type MessageData,
  type Proposal,
  type Result,
  type Round,
  type RuleMessages,
  type Status,
  wording,
} from '@cahier/core'
import { membersCounted, rulingOnStance } from './count-stances.ts'
import { type Count, countAnswers } from './method.ts'

export const STATUS_RULE = 'decision/status'

export interface StatusReason {
  readonly status: Status
  readonly why: { readonly message: string; readonly data: MessageData }
}

/**
 * The status of a proposal. `rounds` (votes) are oldest first; `late` counts objections after
 * closing.
 */
export function statusOf(
  proposal: Proposal,
  rounds: readonly Round[],
  count: Count,
  day: string,
  late: number,
): StatusReason {
  const say = (status: Status, message: string, data: MessageData = {}) => ({
    status,
    why: { message, data },
  })
  const { withdrawn, replacedBy: by, normative } = proposal
  if (withdrawn !== null && isWithdrawn(proposal, day))
    return say('withdrawn', 'withdrawn', { date: withdrawn.date, reason: withdrawn.reason })
  if (by !== '') return say('merged', 'merged', { by })
  const last = rounds.at(-1)
  if (last === undefined) return say('draft', 'neverOpened')
  if (last.outcome === null) {
    if (last.text !== normative) return say('void', 'void', { opened: last.opened })
    if (day > last.closes) return say('overdue', 'overdue', { closes: last.closes })
    const missing = count.members - countAnswers(count)
    return say('open', 'open', { closes: last.closes, missing, objections: count.objections })
  }
  const decided = rounds.findLast(({ outcome }) => outcome !== null && outcome.result !== 'void')
  const result = decided?.outcome?.result
  if (decided === undefined || result === undefined || result === 'void')
    return say('draft', 'allVoid', { opened: last.opened })
  const closed = decided.outcome?.closed ?? ''
  if (isAdopted(result) && decided.text !== normative) return say('changed', 'changed', { closed })
  if (decided.text !== normative) return say('draft', 'rewritten', { closed })
  const { method } = decided.rule
  return say(result, result, { closed, method, late, objections: openObjections(decided) })
}

function openObjections(round: Round) {
  const recorded = round.outcome?.stances ?? {}
  return membersCounted(round).filter((member) => {
    const one = recorded[member]
    if (one === undefined || one.stance !== 'objection' || one.state === 'uncounted') return false
    return rulingOnStance(round.rulings, member, one) === undefined
  }).length
}

/** True for an adoption, with or without reservations. */
export function isAdopted(
  result: Result | Status,
): result is 'adopted' | 'adopted-with-reservations' {
  return result === 'adopted' || result === 'adopted-with-reservations'
}

const fr = (day: string | undefined) => dayIn('fr', day)
const en = (day: string | undefined) => dayIn('en', day)
// The message on an adoption. Late objections are added to it, but do not change the result.
const closing = (frWhat: string, enWhat: string): Message => ({
  fr: ({ closed, late = '0' }) =>
    `${frWhat} le ${fr(closed)}${late === '0' ? '' : ` ; ${lateFr(late)}`}`,
  en: ({ closed, late = '0' }) =>
    `${enWhat} on ${en(closed)}${late === '0' ? '' : `; ${countOf('en', late, 'objection has', 'objections have')} come since: nothing is undone, but it is to be looked at again`}`,
})

export const statusMessages: RuleMessages = {
  withdrawn: wording('retirée le {date|day} : {reason}', 'withdrawn on {date|day}: {reason}'),
  merged: wording('réunie à d’autres dans « {by} »', 'merged with others into “{by}”'),
  neverOpened: wording(
    'brouillon : aucun tour n’a encore été ouvert',
    'draft: no round was ever opened',
  ),
  void: wording(
    'le texte a changé depuis l’ouverture du tour, le {opened|day} : ce tour tombe, il faut en ouvrir un autre',
    'the text changed since the round opened on {opened|day}: that round is void, open another',
  ),
  overdue: wording(
    'tour fini depuis le {closes|day} : il reste à le clore',
    'the round ended on {closes|day}: it is to be closed',
  ),
  open: {
    fr: ({ closes, missing, objections }) =>
      `tour ouvert jusqu’au ${fr(closes)} : ${answersFr(missing)}, ${objectionsFr(objections)}`,
    en: ({ closes, missing, objections }) =>
      `round open until ${en(closes)}: ${missing === '0' ? 'everyone answered' : `${missing} to answer`}, ${objections} objecting`,
  },
  changed: wording(
    'adoptée le {closed|day}, puis modifiée : il faut consulter de nouveau',
    'adopted on {closed|day}, then changed: members are to be asked again',
  ),
  allVoid: wording(
    'brouillon : le dernier tour, ouvert le {opened|day}, est tombé',
    'draft: the last round, opened on {opened|day}, is void',
  ),
  rewritten: wording(
    'brouillon : récrite depuis le dernier tour, clos le {closed|day}',
    'draft: rewritten since the last round, closed on {closed|day}',
  ),
  adopted: closing('adoptée', 'adopted'),
  'adopted-with-reservations': closing('adoptée avec réserves', 'adopted with reservations'),
  blocked: wording(
    'bloquée par {objections|objection|objections} le {closed|day}',
    'blocked by {objections|objection|objections} on {closed|day}',
  ),
  rejected: {
    fr: ({ closed, method }) =>
      `non adoptée${method === 'consent' ? ', personne n’y ayant consenti,' : ''} le ${fr(closed)}`,
    en: ({ closed, method }) =>
      `not adopted${method === 'consent' ? ', nobody having consented,' : ''} on ${en(closed)}`,
  },
  'no-quorum': wording(
    'non adoptée, faute de quorum, le {closed|day}',
    'not adopted, for want of a quorum, on {closed|day}',
  ),
}

function answersFr(missing?: string) {
  return missing === '0'
    ? 'tous les membres ont répondu'
    : countOf('fr', missing, 'membre sans réponse', 'membres sans réponse')
}

function lateFr(late: string) {
  const came = countOf(
    'fr',
    late,
    'objection est arrivée depuis',
    'objections sont arrivées depuis',
  )
  return `${came} : rien n’en est défait, mais il faut y revenir`
}

function objectionsFr(objections?: string) {
  return objections === '0'
    ? 'aucune objection'
    : countOf('fr', objections, 'objection', 'objections')
}

export function isWithdrawn({ withdrawn }: Proposal, day: string): boolean {
  return withdrawn !== null && withdrawn.date <= day
}
