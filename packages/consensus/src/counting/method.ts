import {
  countOf,
  type DecisionRule,
  type Language,
  type MessageData,
  type Result,
  type RuleMessages,
  type Threshold,
  type Values,
  wording,
} from '@cahier/core'

/** The numbers that a decision rule needs. Each member has at most one stance. */
export interface Count {
  /** The number of members, without those recused (excluded) by a ruling. */
  readonly members: number
  readonly consents: number
  /** Includes the objections that rulings set aside (`ruled`). */
  readonly reservations: number
  readonly objections: number
  readonly abstentions: number
  /** The number of objections that rulings set aside. They do not count in favour. */
  readonly ruled?: number
  /** Present when the rule uses weights. `unknown` is the number of members without a weight. */
  readonly weight?: { readonly inFavour: number; readonly total: number; readonly unknown: number }
  /** Present when members must be notified: how many were, and the days since the last notice. */
  readonly told?: { readonly members: number; readonly days: number }
  /** Present when the rule has a final period: how many whole days it lasted. */
  readonly finalDays?: number
}

/** A result. `why` is the key of a message of the method; `data` fills that message. */
export interface Decision {
  readonly result: Exclude<Result, 'void'>
  readonly why: string
  readonly data: MessageData
  readonly fallback?: { readonly rule: DecisionRule; readonly decision: Decision }
}

/** A fact, besides stances, that a round (vote) records because its rule needs it. */
export type RoundFact = 'weight' | 'notified' | 'final-period'

/** A decision method: a pure function of a count. Tests run the examples in `methods/<id>.md`. */
export interface Method {
  readonly id: DecisionRule['method']
  /** The fact that a round must record for this method. */
  readonly asks?: RoundFact
  /** True when an objection is a vote against, which no ruling can set aside. */
  readonly refusesRulings?: boolean
  readonly messages: RuleMessages
  /** Calls `decideBy` when the fallback rule must decide on the same count. */
  readonly decide: (
    count: Count,
    rule: DecisionRule,
    decideBy: (count: Count, rule: DecisionRule) => Decision,
  ) => Decision
}

/** True when `part` of `base` reaches a threshold, such as at least 2/3 or more than 1/2. */
export function reaches(part: number, base: number, threshold: Threshold): boolean {
  const { atLeast, numerator, denominator } = shareOf(threshold)
  const left = BigInt(part) * denominator
  const right = numerator * BigInt(base)
  return base > 0 && (atLeast ? left >= right : left > right)
}

/** The smallest part of `base` that reaches a threshold; `base` plus one when no part does. */
export function fewestReaching(base: number, threshold: Threshold): number {
  const { atLeast, numerator, denominator } = shareOf(threshold)
  const right = numerator * BigInt(base)
  const part = Number(atLeast ? (right + denominator - 1n) / denominator : right / denominator + 1n)
  return base === 0 ? 1 : Math.min(part, base + 1)
}

export function isBelowHalf(threshold: Threshold): boolean {
  const { numerator, denominator } = shareOf(threshold)
  return numerator * 2n < denominator
}

/** The number of members who answered, abstentions included. */
export function countAnswers(count: Count): number {
  return count.consents + count.reservations + count.objections + count.abstentions
}

/** The decision when too few members answered or consented; null when enough did. */
export function withoutQuorum(count: Count, rule: DecisionRule): Decision | null {
  const { members } = count
  if (rule.quorum !== undefined && !reaches(countAnswers(count), members, rule.quorum)) {
    return {
      result: 'no-quorum',
      why: 'quorum',
      data: { spoken: countAnswers(count), members, needed: fewestReaching(members, rule.quorum) },
    }
  }
  const minimum = rule['minimum-consents']
  const yes = inFavour(count)
  if (minimum === undefined || yes >= minimum) return null
  return { result: 'no-quorum', why: 'minimumConsents', data: { yes, needed: minimum } }
}

export function thresholdOf({ 'more-than': more, 'at-least': least }: DecisionRule): Threshold {
  return more === undefined ? { 'at-least': String(least) } : { 'more-than': more }
}

/**
 * The given parameter.
 * @throws {RangeError} when it is missing, which the schema of rules excludes.
 */
export function requireParameter<Parameter>(parameter: Parameter | undefined): Parameter {
  if (parameter === undefined)
    throw new RangeError('a rule lacks a parameter that its method asks for')
  return parameter
}

export const quorumMessages: RuleMessages = {
  quorum: wording(
    '{spoken|membre s’est exprimé|membres se sont exprimés} sur {members} : il en fallait {needed}',
    '{spoken} of {members|member|members} spoke: {needed|was needed|were needed}',
  ),
  minimumConsents: wording(
    '{yes|consentement|consentements} : il en fallait {needed}',
    '{yes|consent|consents}: {needed|was needed|were needed}',
  ),
  nobody: wording(
    'aucun consentement : rien n’est adopté sans que personne le veuille',
    'no consent: nothing is adopted that nobody wants',
  ),
}

function shareOf(threshold: Threshold) {
  const atLeast = 'at-least' in threshold
  const ratio = atLeast ? threshold['at-least'] : threshold['more-than']
  const match = /^(\d+)\/(\d+)$/.exec(ratio)
  if (match === null) throw new RangeError(`not a fraction: ${ratio}`)
  return { atLeast, numerator: BigInt(match[1] as string), denominator: BigInt(match[2] as string) }
}

/** The number of consents and reservations, without the objections that rulings set aside. */
export function inFavour({ consents, reservations, ruled = 0 }: Count): number {
  return consents + reservations - ruled
}

export function blockedAbove(most: number, { objections }: Count): Decision | null {
  return objections > most
    ? { result: 'blocked', why: 'blocked', data: { objections, n: most } }
    : null
}

export function withoutConsent(count: Count): Decision | null {
  return inFavour(count) === 0 ? rejected('nobody', {}) : null
}

export function rejected(why: string, data: MessageData): Decision {
  return { result: 'rejected', why, data }
}

export function adopted({ reservations }: Count, data: MessageData, why = 'adopted'): Decision {
  return { result: reservations > 0 ? 'adopted-with-reservations' : 'adopted', why, data }
}

export function consentData(count: Count): MessageData {
  const { members, reservations, ruled = 0 } = count
  return { yes: inFavour(count), members, reservations: reservations - ruled, ruled }
}

/** « 5 consentements sur 6 membres, dont 1 avec réserve » */
export function consentsInWords(
  { yes, members, reservations, ruled }: Values,
  language: Language,
): string {
  if (language === 'en') {
    const reserved = reservations === '0' ? '' : `, ${reservations} with a reservation`
    return `${yes} of ${countOf('en', members, 'member', 'members')} ${yes === '1' ? 'consents' : 'consent'}${reserved}${setAside(ruled, language)}`
  }
  const reserved = reservations === '0' ? '' : `, dont ${reservations} avec réserve`
  return `${countOf('fr', yes, 'consentement', 'consentements')} sur ${countOf('fr', members, 'membre', 'membres')}${reserved}${setAside(ruled, language)}`
}

export function setAside(ruled: string | undefined, language: Language) {
  if (ruled === undefined || ruled === '0') return ''
  return language === 'fr'
    ? `, ${countOf('fr', ruled, 'objection ayant été écartée', 'objections ayant été écartées')}`
    : `, ${countOf('en', ruled, 'objection', 'objections')} set aside`
}
