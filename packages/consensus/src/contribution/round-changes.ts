import type { Finding, Programme, Round } from '@cahier/core'
import { finalPeriodStart } from '../counting/count-round.ts'
import { electorateOn } from '../counting/count-stances.ts'
import { policyFault, rulingFault } from '../counting/rounds.ts'
import { indexStances, judgeStances } from '../counting/stance-index.ts'
import { decisionsOn, proposalOf } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { ruleNeeding } from '../methods/index.ts'
import { outcomesDatedAfter } from '../records/future-outcomes.ts'
import { votableDigest } from '../rounds/plan-closing.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'
import { keyringOf } from '../signatures/stance-signatures.ts'
import { contributionFinding, SINCE_RULE } from './contribution-messages.ts'
import { roundPairs } from './round-pairs.ts'

// The fields of a round (a vote) that never change after its opening.
const FIXED_AT_OPENING = [
  'opened',
  'closes',
  'text',
  'rule',
  'electorate',
  'notified',
  'seal',
] as const satisfies readonly (keyof Round)[]

/** Findings on rounds that a contribution removes or changes. Only additions are allowed. */
export function changedRounds(before: Programme, now: Programme, day: string): readonly Finding[] {
  return before.decisions.flatMap((old) => {
    const current = decisionsOn(now, old.proposal)
    if (current === undefined) {
      const removed = { path: old.document.path, places: {} }
      return [contributionFinding(removed, '', 'fileRemoved')]
    }
    const { document } = current
    return old.rounds.flatMap((round, index) => {
      const { opened } = round
      const again = current.rounds[index]
      if (again === undefined)
        return [contributionFinding(document, '/rounds', 'roundRemoved', { opened })]
      const field = changedField(round, again, before, day)
      if (field === null) return []
      const data = { field, opened }
      return [contributionFinding(document, `/rounds/${index}/${field}`, 'roundChanged', data)]
    })
  })
}

function changedField(old: Round, now: Round, before: Programme, day: string) {
  const field = FIXED_AT_OPENING.find((key) => !isSameValue(old[key], now[key]))
  if (field !== undefined) return field
  // A ruling (decision on a member) without effect may be removed, or given again with a signature.
  const effective = old.rulings.filter(
    (one) => old.outcome !== null || rulingFault(before, old, one, day) === null,
  )
  const kept = now.rulings.filter((one) => effective.some((ruling) => isSameValue(ruling, one)))
  if (!isSameValue(effective, kept)) return 'rulings'
  const days = old.finalPeriod ?? []
  if (!isSameValue(days, (now.finalPeriod ?? []).slice(0, days.length))) return 'final-period'
  return old.outcome !== null && !isSameValue(old.outcome, now.outcome) ? 'outcome' : null
}

/** Findings on new rounds. Rule and electorate must be those of the programme `before` or `now`. */
export function openedRounds(before: Programme, now: Programme, day: string): readonly Finding[] {
  return roundPairs(before, now).flatMap(({ proposal, document, round, old, finding }) => {
    if (old !== undefined || !document.sound) return []
    const { opened, closes, rule, electorate, outcome } = round
    const weighs = ruleNeeding(rule, 'weight') !== null
    const isRuleOf = (one: Programme) => isSameValue(ruleFor(one, proposal), rule)
    const isElectorateOf = (one: Programme) =>
      isSameValue(electorateOn(one, opened, weighs), electorate)
    const isMoved = isRuleOf(now) && hasMovedAxis(proposal, before, now)
    const data = { opened, closes }
    return [
      !isRuleOf(before) && !isRuleOf(now) && finding('rule', 'ruleOfNoOne', data),
      !isRuleOf(before) && isMoved && finding('rule', 'ruleOfNewAxis', data, 'warning'),
      !isElectorateOf(before) &&
        !isElectorateOf(now) &&
        finding('electorate', 'strangeElectorate', data),
      // No other member saw this round while it was open: its opening day may be false.
      outcome === null && closes < day && finding('closes', 'openedTooLate', data, 'warning'),
      outcome !== null &&
        outcome.result !== 'void' &&
        finding('outcome/closed', 'openedAndClosed', data),
    ].filter((one) => one !== false)
  })
}

function ruleFor(programme: Programme, id: string) {
  const { decision } = programme.manifest
  return decision.rules[proposalOf(programme, id)?.axis ?? ''] ?? decision.default
}

function hasMovedAxis(id: string, before: Programme, now: Programme) {
  const [old, current] = [before, now].map((programme) => proposalOf(programme, id)?.axis)
  return old !== undefined && old !== current
}

/**
 * Findings on new rulings, by the policy and keys before the contribution. An unsigned ruling must
 * arrive while its round is open.
 */
export function newRulings(before: Programme, now: Programme, day: string): readonly Finding[] {
  const keyring = keyringOf(before)
  return roundPairs(before, now).flatMap(({ round, old, finding }) => {
    const { outcome, rulings, closes } = round
    if (old?.outcome) return []
    return rulings.flatMap((ruling, rank) => {
      const at = (field: string) => `rulings/${rank}/${field}`
      const isNew = old?.rulings.some((one) => isSameValue(one, ruling)) !== true
      // The policy must allow all rulings of a round that closes. In an open round, a forbidden
      // ruling has no effect.
      const against = outcome === null ? null : policyFault(ruling, before.manifest.decision)
      if (against !== null) return [finding(at(against.field), against.message, against.data)]
      const why =
        isNew || outcome !== null
          ? rulingSignatureFault(round, ruling, outcome?.closed ?? day, keyring)
          : ''
      if (why !== '') {
        const data = { member: ruling.on, by: ruling.by, why }
        return [finding(at('signature'), 'rulingUnheard', data)]
      }
      const isInTime = outcome === null && closes >= day
      if (!isNew || ruling.signature !== undefined || isInTime) return []
      const message = outcome === null ? 'rulingLate' : 'rulingWithOutcome'
      return [finding(at('date'), message, { closes })]
    })
  })
}

/** Findings on new outcomes dated after that day. */
export function futureOutcomes(before: Programme, now: Programme, day: string): readonly Finding[] {
  const known = outcomesDatedAfter(before, day)
  return outcomesDatedAfter(now, day)
    .filter(({ data }) => !known.some((old) => isSameValue(old.data, data)))
    .map((found) => ({ ...found, rule: SINCE_RULE, severity: 'error', message: 'closedInFuture' }))
}

/** Findings on rounds recorded as void though their text has not changed. */
export function needlessVoids(before: Programme, now: Programme): readonly Finding[] {
  return roundPairs(before, now).flatMap(({ proposal: id, document, round, old, finding }) => {
    const { opened, outcome, text } = round
    const proposal = proposalOf(now, id)
    if (!document.sound || proposal === undefined || outcome?.result !== 'void' || old?.outcome)
      return []
    if (votableDigest(proposal, outcome.closed) !== text) return []
    const data = { opened, copies: `decisions/${id}/${opened}/positions/` }
    return [finding('outcome/result', 'needlessVoid', data)]
  })
}

/** Findings on new starts of a final period that the stances do not support. */
export function finalPeriodChanges(
  before: Programme,
  now: Programme,
  day: string,
): readonly Finding[] {
  return roundPairs(before, now).flatMap(({ proposal, document, round, isLast, old, finding }) => {
    const { text, finalPeriod = [] } = round
    const known = old?.finalPeriod ?? []
    const written = finalPeriod.slice(known.length).at(-1)
    if (!isLast || !document.sound || written === undefined || old?.outcome) return []
    const rule = ruleNeeding(round.rule, 'final-period')
    if (rule === null) return []
    const unrecorded = { ...round, outcome: null, finalPeriod: known }
    const stances = judgeStances(indexStances(now), proposal, { text, day, round: unrecorded })
    const began = finalPeriodStart(unrecorded, rule, stances)
    if (began === written) return []
    const field = `final-period/${finalPeriod.length - 1}`
    return [finding(field, 'finalPeriodMoved', { written, began: began ?? '' }, 'warning')]
  })
}
