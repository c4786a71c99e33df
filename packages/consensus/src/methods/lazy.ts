import { countOf, type DecisionRule, type Message, type MessageData, wording } from '@cahier/core'
import {
  adopted,
  type Count,
  consentData,
  countAnswers,
  type Method,
  quorumMessages,
  requireParameter,
  setAside,
  withoutQuorum,
} from '../counting/method.ts'

/**
 * Lazy consensus: adopted when all members were notified in time, none objected and the quorum is
 * met. Otherwise the fallback rule decides.
 */
export const lazy: Method = {
  id: 'lazy',
  asks: 'notified',
  messages: {
    quorum: quorumMessages.quorum as Message,
    adopted: {
      fr: ({ days, told, silent, reservations, ruled }) =>
        `aucune objection en ${countOf('fr', days, 'jour', 'jours')}, ${countOf('fr', told, 'membre prévenu', 'membres prévenus')}, dont ${silent} sans réponse${reservations === '0' ? '' : ` et ${reservations} avec réserve`}${setAside(ruled, 'fr')}`,
      en: ({ days, told, silent, reservations, ruled }) =>
        `no objection in ${countOf('en', days, 'day', 'days')}, ${countOf('en', told, 'member', 'members')} notified, ${silent} of whom said nothing${reservations === '0' ? '' : ` and ${reservations} had a reservation`}${setAside(ruled, 'en')}`,
    },
    untold: wording(
      '{told|membre prévenu|membres prévenus} sur {members} : l’accord tacite demande que tous le soient',
      '{told} of {members|member|members} notified: lazy consensus asks that all be',
    ),
    short: wording(
      '{days|jour|jours} pour objecter : il en fallait {needed}',
      '{days|day|days} to object: {needed|was needed|were needed}',
    ),
    minimumConsents: wording(
      '{yes|consentement exprimé|consentements exprimés} : il en fallait {needed}',
      '{yes|spoken consent|spoken consents}: {needed|was needed|were needed}',
    ),
    objections: wording(
      '{objections|objection ouverte|objections ouvertes} : l’accord n’est plus tacite',
      '{objections|open objection|open objections}: consensus is no longer lazy',
    ),
    nobody: wording(
      'ni consentement ni silence : personne n’est d’accord, même tacitement',
      'neither consent nor silence: nobody agrees, even tacitly',
    ),
  },
  decide(count, rule, decideBy) {
    const obstacle = obstacleIn(count, rule)
    if (obstacle === null) {
      const { members: told, days } = count.told ?? NO_MEMBER
      const silent = count.members - countAnswers(count)
      return adopted(count, { ...consentData(count), days, told, silent })
    }
    const otherwise = requireParameter(rule.otherwise)
    const decision = decideBy(count, otherwise)
    return { result: decision.result, ...obstacle, fallback: { rule: otherwise, decision } }
  },
}

const NO_MEMBER = { members: 0, days: 0 }

function obstacleIn(
  count: Count,
  rule: DecisionRule,
): { readonly why: string; readonly data: MessageData } | null {
  const { members, objections, abstentions } = count
  const { members: told, days } = count.told ?? NO_MEMBER
  if (told < members) return { why: 'untold', data: { told, members } }
  const needed = requireParameter(rule.days)
  if (days < needed) return { why: 'short', data: { days, needed } }
  if (objections > 0) return { why: 'objections', data: { objections } }
  const failure = withoutQuorum(count, rule)
  if (failure !== null) return { why: failure.why, data: failure.data }
  return members - abstentions - (count.ruled ?? 0) > 0 ? null : { why: 'nobody', data: {} }
}
