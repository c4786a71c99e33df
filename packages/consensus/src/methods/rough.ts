import type { Threshold } from '@cahier/core'
import { countOf } from '../count-of.ts'
import { adoptedWith, consentData, consentsInWords, inFavour } from '../in-favour.ts'
import type { Method } from '../method.ts'
import { fewest, reaches, spoken } from '../quorum.ts'

/** Rough consensus: nearly all have answered, then a final period passes without an open objection (decision-rules.md, §5). */
export const rough: Method = {
  id: 'rough',
  asks: 'final-period',
  messages: {
    adopted: {
      fr: (data) =>
        `aucune objection ouverte après ${countOf(data.days, 'jour', 'jours')} de période finale, et ${consentsInWords(data, 'fr')}`,
      en: (data) => `no open objection after ${countOf(data.days, 'day', 'days')} of final period, and ${consentsInWords(data, 'en')}`,
    },
    answered: {
      fr: ({ answered, members, needed }) =>
        `${countOf(answered, 'membre a répondu', 'membres ont répondu')} sur ${members} : il en fallait ${needed}`,
      en: ({ answered, members, needed }) =>
        `${answered} of ${countOf(members, 'member', 'members')} answered: ${countOf(needed, 'was needed', 'were needed')}`,
    },
    missing: {
      fr: ({ missing, most }) => `${countOf(missing, 'réponse manque', 'réponses manquent')} : la règle en admet ${most}`,
      en: ({ missing, most }) => `${countOf(missing, 'answer is', 'answers are')} missing: the rule allows ${most}`,
    },
    blocked: {
      fr: ({ objections }) =>
        `${countOf(objections, 'objection ouverte', 'objections ouvertes')} : rien n’est conclu tant que chacune n’est pas levée, ou écartée avec ses raisons`,
      en: ({ objections }) =>
        `${countOf(objections, 'open objection', 'open objections')}: nothing is concluded until each is lifted, or overruled with reasons`,
    },
    short: {
      fr: ({ days, needed }) => `${countOf(days, 'jour', 'jours')} de période finale : il en fallait ${needed}`,
      en: ({ days, needed }) => `${countOf(days, 'day', 'days')} of final period: ${countOf(needed, 'was needed', 'were needed')}`,
    },
    nobody: {
      fr: () => 'aucun consentement : rien n’est adopté sans que personne le veuille',
      en: () => 'no consent: nothing is adopted that nobody wants',
    },
  },
  decide(count, rule) {
    const { members, objections, finalDays: days = 0 } = count
    const answered = spoken(count)
    const missing = members - answered
    const [share, most, needed] = [rule.answered as Threshold, Number(rule['missing-at-most']), Number(rule['final-period'])]
    if (!reaches(answered, members, share))
      return { result: 'no-quorum', why: 'answered', data: { answered, members, needed: fewest(members, share) } }
    if (missing > most) return { result: 'no-quorum', why: 'missing', data: { missing, most } }
    if (objections > 0) return { result: 'blocked', why: 'blocked', data: { objections } }
    if (inFavour(count) === 0) return { result: 'rejected', why: 'nobody', data: {} }
    if (days < needed) return { result: 'rejected', why: 'short', data: { days, needed } }
    return { result: adoptedWith(count), why: 'adopted', data: { ...consentData(count), days } }
  },
}
