import type { Count, Method } from '../method.ts'
import { fewest, quorumFailure, spoken } from '../quorum.ts'

/** Consent: adopted when nobody objects (decision-rules.md, §1). */
export const consent: Method = {
  id: 'consent',
  messages: {
    adopted: {
      fr: ({ yes, members }) => `aucune objection ouverte, et ${count(yes, 'consentement', 'consentements')} sur ${count(members, 'membre', 'membres')}`,
      en: ({ yes, members }) => `no open objection, and ${count(yes, 'consent', 'consents')} of ${count(members, 'member', 'members')}`,
    },
    reserved: {
      fr: ({ yes, members, reservations }) =>
        `aucune objection ouverte, et ${count(yes, 'consentement', 'consentements')} sur ${count(members, 'membre', 'membres')}, dont ${count(reservations, 'avec réserve', 'avec réserve')}`,
      en: ({ yes, members, reservations }) => `no open objection, and ${count(yes, 'consent', 'consents')} of ${count(members, 'member', 'members')}, ${reservations} with a reservation`,
    },
    blocked: {
      fr: ({ objections }) => `${count(objections, 'objection ouverte', 'objections ouvertes')} : la règle du consentement n’en admet aucune`,
      en: ({ objections }) => `${count(objections, 'open objection', 'open objections')}: consent allows none`,
    },
    quorum: {
      fr: ({ spoken: heard, members, needed }) => `${count(heard, 'membre s’est exprimé', 'membres se sont exprimés')} sur ${members} : il en fallait ${needed}`,
      en: ({ spoken: heard, members, needed }) => `${heard} of ${count(members, 'member', 'members')} spoke: ${needed} were needed`,
    },
    minimumConsents: {
      fr: ({ yes, needed }) => `${count(yes, 'consentement', 'consentements')} : il en fallait ${needed}`,
      en: ({ yes, needed }) => `${count(yes, 'consent', 'consents')}: ${needed} were needed`,
    },
    nobody: {
      fr: () => 'aucune objection, mais aucun consentement non plus : rien n’est adopté sans que personne le veuille',
      en: () => 'no objection, but no consent either: nothing is adopted that nobody wants',
    },
  },
  decide(given, rule) {
    const counted = rule.silence === 'consent' ? withSilenceAsConsent(given) : given
    const yes = counted.consents + counted.reservations
    const failure = quorumFailure(counted, rule)
    const data = { yes, members: counted.members, reservations: counted.reservations, objections: counted.objections, spoken: spoken(counted) }
    if (failure === 'quorum') return { result: 'no-quorum', why: 'quorum', data: { ...data, needed: fewest(counted.members, rule.quorum as NonNullable<typeof rule.quorum>) } }
    if (failure === 'minimumConsents') return { result: 'no-quorum', why: 'minimumConsents', data: { ...data, needed: rule['minimum-consents'] as number } }
    if (counted.objections > 0) return { result: 'blocked', why: 'blocked', data }
    if (yes === 0) return { result: 'rejected', why: 'nobody', data }
    return counted.reservations > 0 ? { result: 'adopted-with-reservations', why: 'reserved', data } : { result: 'adopted', why: 'adopted', data }
  },
}

function withSilenceAsConsent(given: Count): Count {
  return { ...given, consents: given.consents + Math.max(0, given.members - spoken(given)) }
}

function count(number: string | undefined, one: string, many: string): string {
  return `${number} ${Number(number) > 1 ? many : one}`
}
