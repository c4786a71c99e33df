import { countOf, type DecisionRule, type Language, type Values, wording } from '@cahier/core'
import {
  adopted,
  type Count,
  countAnswers,
  fewestReaching,
  inFavour,
  isBelowHalf,
  type Method,
  quorumMessages,
  reaches,
  rejected,
  thresholdOf,
  withoutConsent,
  withoutQuorum,
} from '../counting/method.ts'

/** Majority, simple or qualified, of a base that the rule names. An objection is a vote against. */
export const majority: Method = {
  id: 'majority',
  refusesRulings: true,
  messages: {
    ...quorumMessages,
    reached: { fr: (data) => shareInWords(data, 'fr'), en: (data) => shareInWords(data, 'en') },
    short: { fr: (data) => shareInWords(data, 'fr'), en: (data) => shareInWords(data, 'en') },
    tie: wording(
      '{yes} pour et {yes} contre : à égalité, rien ne change',
      '{yes} for and {yes} against: a tie changes nothing',
    ),
    nobody: wording('personne n’a voté pour', 'nobody voted in favour'),
  },
  decide(count, rule) {
    const yes = inFavour(count)
    const no = countAnswers(count) - yes - count.abstentions
    const failure = withoutQuorum(count, rule) ?? withoutConsent(count)
    if (failure !== null) return failure
    const base = baseOf(count, rule, yes + no)
    const threshold = thresholdOf(rule)
    // Below one half, the share alone decides: a tie does not block.
    if (yes === no && !isBelowHalf(threshold)) return rejected('tie', { yes, no })
    const data = {
      yes,
      no,
      base,
      of: String(rule.of),
      needed: fewestReaching(base, threshold),
      strict: 'more-than' in threshold ? 'yes' : 'no',
      share: Object.values(threshold)[0] ?? '',
    }
    return reaches(yes, base, threshold) ? adopted(count, data, 'reached') : rejected('short', data)
  },
}

// The number that the share is taken of. Only `expressed` leaves out abstentions.
function baseOf(count: Count, rule: DecisionRule, expressed: number) {
  if (rule.of === 'expressed') return expressed
  return rule.of === 'members' ? count.members : countAnswers(count)
}

function shareInWords(
  { yes, no, base, of = '', needed, strict, share }: Values,
  language: Language,
) {
  const [one = '', many = ''] = BASES[language][of] ?? []
  if (language === 'en')
    return `${yes} for, ${no} against, of ${countOf(language, base, one, many)}: ${countOf('en', needed, 'was needed', 'were needed')} (${strict === 'yes' ? 'more than' : 'at least'} ${share})`
  return `${yes} pour, ${no} contre, sur ${countOf(language, base, one, many)} : il en fallait ${needed} (${strict === 'yes' ? 'plus de' : 'au moins'} ${share})`
}

const BASES: Readonly<Record<Language, Readonly<Record<string, readonly [string, string]>>>> = {
  fr: {
    expressed: ['suffrage exprimé', 'suffrages exprimés'],
    cast: ['voix exprimée', 'voix exprimées'],
    present: ['votant', 'votants'],
    members: ['membre', 'membres'],
  },
  en: {
    expressed: ['vote for or against', 'votes for or against'],
    cast: ['vote cast', 'votes cast'],
    present: ['member taking part', 'members taking part'],
    members: ['member', 'members'],
  },
}
