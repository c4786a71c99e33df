import type { Decisions, Finding, Programme, Round } from '@cahier/core'
import { type HistoryOf, recheckAmendments } from '../amendments/recheck-amendments.ts'
import { policyFault, roundPointer } from '../counting/rounds.ts'
import { ruleNeeding } from '../methods/index.ts'
import { keyringOf, type SigningReader, signingReader } from '../signatures/stance-signatures.ts'
import { recheckEditions } from './recheck-editions.ts'
import { type ReportFault, recheckOutcome } from './recheck-outcome.ts'
import { recordFinding } from './record-messages.ts'
import { digestOfKept, frozenProposal, isFrozenText } from './round-copies.ts'
import { openingSeal } from './seal.ts'

/** The faults found, and the numbers of outcomes, amendments (`fates`) and digests checked. */
export interface Recheck {
  readonly findings: readonly Finding[]
  readonly outcomes: number
  readonly fates: number
  readonly digests: number
}

/**
 * Rechecks the recorded digests, seals (hashes of rounds), outcomes and fates of amendments.
 * Compares the editions with the rounds. Reports each difference.
 */
export function recheck(programme: Programme, history: HistoryOf = () => () => null): Recheck {
  const findings: Finding[] = []
  const signingOf = signingReader(programme, keyringOf(programme))
  let outcomes = 0
  let digests = 0
  for (const decisions of programme.decisions) {
    if (!decisions.document.sound) continue
    for (const round of decisions.rounds) {
      digests++
      if (round.outcome !== null) outcomes++
      findings.push(...recheckRound(programme, decisions, round, signingOf))
    }
  }
  const { findings: ofFates, fates } = recheckAmendments(programme, history)
  findings.push(...lostRounds(programme), ...recheckEditions(programme), ...ofFates)
  return { findings, outcomes, fates, digests }
}

// Findings on copied texts and stances whose round or outcome is not recorded.
function lostRounds(programme: Programme) {
  const reported = new Set<string>()
  const decisionsOn = new Map(programme.decisions.map((one) => [one.proposal, one]))
  return programme.records.flatMap(({ path }) => {
    const [, proposal = '', opened = ''] = path.split('/')
    const decisions = decisionsOn.get(proposal)
    if (decisions !== undefined && !decisions.document.sound) return []
    const round = decisions?.rounds.find((one) => one.opened === opened)
    // When the seal of a round is broken, its opening day may be the field that was changed.
    if (round === undefined && decisions?.rounds.some((one) => !isSealed(proposal, one)) === true)
      return []
    const isOutcomeLost = round?.outcome === null && path.includes('/positions/')
    const message = round === undefined ? 'roundLost' : isOutcomeLost ? 'outcomeLost' : null
    const data = { opened, file: `decisions/${proposal}.yaml` }
    const key = `${proposal}/${opened}`
    if (message === null || reported.has(key)) return []
    reported.add(key)
    return [recordFinding({ path, places: {} }, [], message, data)]
  })
}

function isSealed(proposal: string, round: Round) {
  return openingSeal(proposal, round) === round.seal
}

function recheckRound(
  programme: Programme,
  decisions: Decisions,
  round: Round,
  signingOf: SigningReader,
): Finding[] {
  const { document, proposal } = decisions
  const findings: Finding[] = []
  const pointer = roundPointer(document, round)
  const report: ReportFault = (at, message, data) => {
    findings.push(recordFinding(document, `${pointer}${at}`, message, data))
  }
  recheckOrder(decisions.rounds, round, report)
  if (!isSealed(proposal, round)) {
    // The changed field is unknown, so nothing else in this round can be checked.
    report('/seal', 'openingSeal', { opened: round.opened })
    return findings
  }
  recheckFrozenText(programme, proposal, round, report)
  if (round.outcome === null) recheckRulings(programme, round, report)
  recheckDays(round, report)
  const { outcome } = round
  if (outcome === null) return findings
  recheckOutcome(programme, proposal, { ...round, outcome }, signingOf, report)
  if (
    findings.length === 0 &&
    outcome.copies !== undefined &&
    outcome.copies !== digestOfKept(programme, proposal, round.opened)
  )
    report('/outcome/copies', 'copiesDiffer', { folder: `decisions/${proposal}/${round.opened}/` })
  return findings
}

function recheckOrder(rounds: readonly Round[], round: Round, report: ReportFault) {
  const { opened, outcome } = round
  if (rounds.filter((one) => one.opened === opened).length > 1)
    report('/opened', 'sameDay', { opened })
  const next = rounds[rounds.indexOf(round) + 1]
  if (next === undefined) return
  if (outcome === null) report('/opened', 'leftOpen', { opened, next: next.opened })
  else if (outcome.closed > next.opened)
    report('/outcome/closed', 'overlaps', { closed: outcome.closed, next: next.opened })
}

function recheckFrozenText(
  programme: Programme,
  proposal: string,
  { opened, text }: Round,
  report: ReportFault,
) {
  const copy = `decisions/${proposal}/${opened}/text.md`
  const frozen = frozenProposal(programme, proposal, opened)
  if (frozen === null || frozen.normative === '') report('/text', 'copyMissing', { copy })
  else if (frozen.normative !== text && !isFrozenText(programme, proposal, opened, text)) {
    const showsImages = frozen.document.text.includes('![')
    report('/text', showsImages ? 'copyOrImageDiffers' : 'copyDiffers', { copy })
  }
}

function recheckDays(round: Round, report: ReportFault) {
  const { opened, closes, rule, electorate, notified, finalPeriod, outcome } = round
  const stranger = Object.keys(notified).find((member) => !Object.hasOwn(electorate, member))
  if (stranger !== undefined) report('/notified', 'toldStranger', { id: stranger })
  const isOutside = (day: string) => day < opened || day > (outcome?.closed ?? closes)
  const hasFinalPeriod = ruleNeeding(rule, 'final-period') !== null
  if (hasFinalPeriod ? finalPeriod?.some(isOutside) === true : finalPeriod !== undefined)
    report('/final-period', 'finalPeriod')
}

// Closed rounds are not checked here: their rulings followed the policy of their time.
function recheckRulings(programme: Programme, round: Round, report: ReportFault) {
  for (const [index, ruling] of round.rulings.entries()) {
    const against = policyFault(ruling, programme.manifest.decision)
    if (against !== null)
      report(`/rulings/${index}/${against.field}`, against.message, against.data)
    if (!Object.hasOwn(round.electorate, ruling.on))
      report(`/rulings/${index}/on`, 'rulingOnStranger', { member: ruling.on })
    if (ruling.date < round.opened)
      report(`/rulings/${index}/date`, 'rulingBefore', { opened: round.opened })
  }
}
