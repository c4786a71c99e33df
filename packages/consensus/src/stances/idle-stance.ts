import { dayIn, type MessageData, type RuleMessages, type Verdict, wording } from '@cahier/core'
import { countingRound } from '../counting/rounds.ts'

export interface IdleReason {
  readonly message: keyof typeof idleMessages & string
  readonly data: MessageData
  /** True when no round is open on the proposal, so that the member need not act. */
  readonly mild: boolean
}

/**
 * Why a stance (a vote) dated `date` cannot count, or null. `recorded` is true when a closed round
 * counted the stance.
 */
export function whyIdle(
  member: string,
  date: string,
  { round, electorate, digest }: Verdict,
  recorded = false,
): IdleReason | null {
  const counting = countingRound(round, digest)
  const mild = counting === null || counting.outcome !== null
  if (!electorate.includes(member))
    return counting === null
      ? { message: 'outsider', data: { member }, mild }
      : { message: 'notMember', data: { member, opened: counting.opened }, mild }
  if (counting === null) return null
  if (counting.text !== digest)
    return { message: 'roundVoid', data: { opened: counting.opened }, mild }
  if (date > counting.closes)
    return { message: 'afterClose', data: { date, closes: counting.closes }, mild }
  return counting.outcome === null || recorded
    ? null
    : { message: 'closedWithout', data: { closed: counting.outcome.closed }, mild }
}

// `earlier` is the digest of the text of the stance, if that text has changed since.
const inAnotherRound = {
  fr: (earlier = '') =>
    earlier === ''
      ? 'Elle compterait dans un nouveau tour sur ce texte'
      : 'Elle parle d’un texte qui a changé depuis : dans un nouveau tour, elle serait à redire',
  en: (earlier = '') =>
    earlier === ''
      ? 'It would count in another round on this text'
      : 'It is about a text that has changed since: in another round it would have to be given again',
}

export const idleMessages = {
  roundVoid: wording(
    'cette position est gardée, mais ne compte dans aucun tour : le texte a changé depuis l’ouverture du tour, le {opened|day}. Elle comptera dans un nouveau tour sur ce texte',
    'this stance is kept, but counts in no round: the text changed since the round opened on {opened|day}. It will count in another round on this text',
  ),
  notMember: wording(
    'cette position ne compte pas : « {member} » n’était pas membre à l’ouverture du tour, le {opened|day}',
    'this stance does not count: “{member}” was not a member when the round opened on {opened|day}',
  ),
  gone: wording(
    'cette position est gardée, mais ne compte pas : « {member} » a quitté le programme le {left|day} (left, dans collectives/{member}.yaml)',
    'this stance is kept, but does not count: “{member}” left the programme on {left|day} (left, in collectives/{member}.yaml)',
  ),
  outsider: wording(
    'cette position ne compte pas : « {member} » n’est pas membre du programme ce jour-là (joined et left, dans collectives/{member}.yaml)',
    'this stance does not count: “{member}” is not a member of the programme on that day (joined and left, in collectives/{member}.yaml)',
  ),
  afterClose: {
    fr: ({ date, closes, earlier }) =>
      `cette position est gardée, mais ne compte pas : elle est datée du ${dayIn('fr', date)}, et le tour finissait au soir du ${dayIn('fr', closes)}. ${inAnotherRound.fr(earlier)}`,
    en: ({ date, closes, earlier }) =>
      `this stance is kept, but does not count: it is dated ${dayIn('en', date)}, and the round ended on the evening of ${dayIn('en', closes)}. ${inAnotherRound.en(earlier)}`,
  },
  closedWithout: {
    fr: ({ closed, earlier }) =>
      `cette position est gardée, mais ne compte pas : le tour a été clos sans elle, le ${dayIn('fr', closed)}. ${inAnotherRound.fr(earlier)}`,
    en: ({ closed, earlier }) =>
      `this stance is kept, but does not count: the round was closed without it, on ${dayIn('en', closed)}. ${inAnotherRound.en(earlier)}`,
  },
} satisfies RuleMessages
