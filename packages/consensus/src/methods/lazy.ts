import type { DecisionRule, Message, MessageData } from '@cahier/core'
import { countOf } from '../count-of.ts'
import { adoptedWith } from '../in-favour.ts'
import type { Count, Method } from '../method.ts'
import { given, quorumMessages, spoken, withoutQuorum } from '../quorum.ts'

/** Lazy consensus: adopted when all were told, the days have passed and nobody objects; else another rule decides. */
export const lazy: Method = {
  id: 'lazy',
  asks: 'notified',
  messages: {
    quorum: quorumMessages.quorum as Message,
    adopted: {
      fr: ({ days, told, silent, reservations }) =>
        `aucune objection en ${countOf(days, 'jour', 'jours')}, ${countOf(told, 'membre prévenu', 'membres prévenus')}, dont ${silent} sans réponse${reservations === '0' ? '' : ` et ${reservations} avec réserve`}`,
      en: ({ days, told, silent, reservations }) =>
        `no objection in ${countOf(days, 'day', 'days')}, ${countOf(told, 'member', 'members')} told, ${silent} of whom said nothing${reservations === '0' ? '' : ` and ${reservations} had a reservation`}`,
    },
    untold: {
      fr: ({ told, members }) =>
        `${countOf(told, 'membre prévenu', 'membres prévenus')} sur ${members} : l’accord tacite demande que tous le soient`,
      en: ({ told, members }) => `${told} of ${countOf(members, 'member', 'members')} told: lazy consensus asks that all be`,
    },
    short: {
      fr: ({ days, needed }) => `${countOf(days, 'jour', 'jours')} pour objecter : il en fallait ${needed}`,
      en: ({ days, needed }) => `${countOf(days, 'day', 'days')} to object: ${countOf(needed, 'was needed', 'were needed')}`,
    },
    minimumConsents: {
      fr: ({ yes, needed }) => `${countOf(yes, 'consentement exprimé', 'consentements exprimés')} : il en fallait ${needed}`,
      en: ({ yes, needed }) => `${countOf(yes, 'spoken consent', 'spoken consents')}: ${countOf(needed, 'was needed', 'were needed')}`,
    },
    objections: {
      fr: ({ objections }) => `${countOf(objections, 'objection ouverte', 'objections ouvertes')} : l’accord n’est plus tacite`,
      en: ({ objections }) => `${countOf(objections, 'open objection', 'open objections')}: consensus is no longer lazy`,
    },
    nobody: {
      fr: () => 'ni consentement ni silence : personne n’est d’accord, même tacitement',
      en: () => 'neither consent nor silence: nobody agrees, even tacitly',
    },
  },
  decide(count, rule, decideBy) {
    const obstacle = obstacleIn(count, rule)
    if (obstacle === null) {
      const { members: told, days } = count.told ?? NOBODY
      return {
        result: adoptedWith(count),
        why: 'adopted',
        data: { days, told, silent: count.members - spoken(count), reservations: count.reservations },
      }
    }
    const otherwise = given(rule.otherwise)
    const decision = decideBy(count, otherwise)
    return { result: decision.result, ...obstacle, fallback: { rule: otherwise, decision } }
  },
}

const NOBODY = { members: 0, days: 0 }

function obstacleIn(count: Count, rule: DecisionRule): { readonly why: string; readonly data: MessageData } | null {
  const { members, objections, abstentions } = count
  const { members: told, days } = count.told ?? NOBODY
  if (told < members) return { why: 'untold', data: { told, members } }
  const needed = given(rule.days)
  if (days < needed) return { why: 'short', data: { days, needed } }
  if (objections > 0) return { why: 'objections', data: { objections } }
  const failure = withoutQuorum(count, rule)
  if (failure !== null) return { why: failure.why, data: failure.data }
  return members - abstentions - (count.ruled ?? 0) > 0 ? null : { why: 'nobody', data: {} }
}
