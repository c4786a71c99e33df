import {
  type Decisions,
  type Document,
  FILE_START,
  type Finding,
  type Place,
  type Programme,
  type Round,
} from '@cahier/core'
import { type HistoryOf, recheckFates } from '../amendments/fates.ts'
import { roundPointer } from '../counting/rounds.ts'
import { policyFault } from '../counting/ruling-policy.ts'
import { ruleThatAsks } from '../methods/index.ts'
import { keyringOf } from '../signatures/keyring.ts'
import { signingReader } from '../signatures/signing.ts'
import { digestOfKept } from './copies.ts'
import { frozenProposal, isFrozenText } from './frozen-proposal.ts'
import { recheckEditions } from './recheck-editions.ts'
import { copyReader, type Readers, type Report, recheckOutcome } from './recheck-outcome.ts'
import { RECORD_RULE } from './record-messages.ts'
import { openingSeal } from './seal.ts'

/** The faults found, and how much was checked. */
export interface Recheck {
  readonly findings: readonly Finding[]
  readonly outcomes: number
  /** The number of amendments whose outcome was checked. */
  readonly fates: number
  readonly digests: number
}

/**
 * Recomputes every digest, seal, outcome and adoption in the folder and reports what differs.
 * `history` gives earlier texts from outside the folder.
 */
export function recheck(programme: Programme, history: HistoryOf = () => () => null): Recheck {
  const findings: Finding[] = []
  const signingOf = signingReader(programme, keyringOf(programme))
  const positionsOf = copyReader()
  let outcomes = 0
  let digests = 0
  for (const decisions of programme.decisions) {
    if (!decisions.document.sound) continue
    for (const round of decisions.rounds) {
      digests++
      if (round.outcome !== null) outcomes++
      findings.push(...recheckRound(programme, decisions, round, { signingOf, positionsOf }))
    }
  }
  const { findings: ofFates, fates } = recheckFates(programme, history)
  findings.push(...lostRounds(programme), ...recheckEditions(programme), ...ofFates)
  return { findings, outcomes, fates, digests }
}

// Copies in the folder whose round or outcome is no longer on record.
function lostRounds(programme: Programme): Finding[] {
  const counted = (path: string) => path.includes('/positions/')
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
    const message =
      round === undefined
        ? 'roundLost'
        : round.outcome === null && counted(path)
          ? 'outcomeLost'
          : null
    const data = { opened, file: `decisions/${proposal}.yaml` }
    const key = `${proposal}/${opened}`
    if (message === null || reported.has(key)) return []
    reported.add(key)
    return [
      { rule: RECORD_RULE, severity: 'error' as const, message, data, path, place: FILE_START },
    ]
  })
}

function isSealed(proposal: string, round: Round): boolean {
  return openingSeal(proposal, round) === round.seal
}

function recheckRound(
  programme: Programme,
  { document, proposal, rounds }: Decisions,
  round: Round,
  { signingOf, positionsOf }: Readers,
): Finding[] {
  const found: Finding[] = []
  const pointer = roundPointer(document, round)
  const report: Report = (at, message, data = {}) => {
    found.push({
      rule: RECORD_RULE,
      severity: 'error',
      message,
      data,
      path: document.path,
      place: placeOf(document, `${pointer}${at}`),
    })
  }
  if (rounds.filter(({ opened }) => opened === round.opened).length > 1)
    report('/opened', 'sameDay', { opened: round.opened })
  const next = rounds[rounds.indexOf(round) + 1]
  if (next !== undefined && round.outcome === null)
    report('/opened', 'leftOpen', { opened: round.opened, next: next.opened })
  else if (next !== undefined && round.outcome !== null && round.outcome.closed > next.opened)
    report('/outcome/closed', 'overlaps', { closed: round.outcome.closed, next: next.opened })
  if (!isSealed(proposal, round)) {
    // Which field was changed is unknown, so nothing else is checked against this round.
    report('/seal', 'openingSeal', { opened: round.opened })
    return found
  }
  const copy = `decisions/${proposal}/${round.opened}/text.md`
  const normative = frozenProposal(programme, proposal, round.opened)?.normative ?? ''
  if (normative === '') report('/text', 'copyMissing', { copy })
  else if (
    normative !== round.text &&
    !isFrozenText(programme, proposal, round.opened, round.text)
  ) {
    const showsImages = programme.records.some(
      ({ path, text }) => path === copy && text.includes('!['),
    )
    report('/text', showsImages ? 'copyOrImageDiffers' : 'copyDiffers', { copy })
  }
  if (round.outcome === null) recheckRulings(programme, round, report)
  const stranger = Object.keys(round.notified).find(
    (member) => !Object.hasOwn(round.electorate, member),
  )
  if (stranger !== undefined) report('/notified', 'toldStranger', { member: stranger })
  const isOutside = (began: string) =>
    began < round.opened || began > (round.outcome?.closed ?? round.closes)
  if (
    ruleThatAsks(round.rule, 'final-period') === null
      ? round.finalPeriod !== undefined
      : round.finalPeriod?.some(isOutside) === true
  )
    report('/final-period', 'finalPeriod')
  if (round.outcome !== null)
    recheckOutcome(
      programme,
      proposal,
      { ...round, outcome: round.outcome },
      { signingOf, positionsOf },
      report,
    )
  const copies = round.outcome?.copies
  // A copy that differs in content has its own finding already.
  if (
    found.length === 0 &&
    copies !== undefined &&
    copies !== digestOfKept(programme, proposal, round.opened)
  )
    report('/outcome/copies', 'copiesDiffer', { folder: `decisions/${proposal}/${round.opened}/` })
  return found
}

// A closed round keeps the rulings that the policy of that day allowed.
function recheckRulings(programme: Programme, round: Round, report: Report): void {
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

function placeOf(document: Document, pointer: string): Place {
  return document.places[pointer]?.value ?? FILE_START
}
