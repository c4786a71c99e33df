import {
  dayAfter,
  EMPTY_PLAN,
  type JudgedStance,
  mapById,
  type NewFile,
  type Outcome,
  type Plan,
  type Programme,
  type Proposal,
  type Result,
  type Round,
} from '@cahier/core'
import { countRound, isSettled } from '../counting/count-round.ts'
import { rulingFault } from '../counting/rounds.ts'
import { indexStances, judgeStances, type StanceIndex } from '../counting/stance-index.ts'
import { decide, ruleNeeding } from '../methods/index.ts'
import { countedCopies, digestAtClosing } from '../records/round-copies.ts'
import { outcomeSeal } from '../records/seal.ts'
import { goneReason } from '../refusals/refusal.ts'
import {
  unreadableFile,
  unreadableManifest,
  unreadableMember,
} from '../refusals/unreadable-files.ts'
import { withOutcome } from './decisions-file.ts'
import { lastRound, refusedText } from './last-round.ts'
import { refusedFile, refusedRound } from './round-messages.ts'

/**
 * Plans the closing of an open round (a vote), with copies of the members' files. A round on an
 * unchanged text closes early only if its rule allows it and its result is certain.
 */
export function planClosing(programme: Programme, id: string, day: string): Plan {
  const path = `decisions/${id}.yaml`
  const refuse = refusedRound.bind(null, path)
  const found = lastRound(programme, id)
  if ('refusal' in found) return found.refusal
  const { proposal, decisions, round } = found
  if (round.outcome !== null) {
    const { closed } = round.outcome
    return closed > day
      ? refuse('closedAhead', { id, opened: round.opened, closed })
      : refuse('noRound', { id })
  }
  // A manifest with errors would change the digest of the text and void the round.
  const manifest = unreadableManifest(programme)
  if (manifest !== undefined) return refusedFile(manifest)
  const faulty = refusedText(programme, proposal, [round])
  if (faulty !== null) return faulty
  const normative = votableDigest(proposal, day)
  const isEarly = round.text === normative && day <= round.closes
  if (day < round.opened) return refuse('noRound', { id })
  if (isEarly && round.rule['early-close'] !== true)
    return refuse('tooEarly', { id, closes: round.closes })
  const fault = round.rulings
    .map((ruling) => rulingFault(programme, round, ruling, day))
    .find((one) => one !== null)
  if (fault) return refuse(fault.message, fault.data)
  const ahead = round.rulings.find(({ date }) => date > day)
  if (ahead !== undefined) return refuse('rulingAhead', { member: ahead.on, date: ahead.date })
  const members = Object.keys(round.electorate)
  const unweighed = members.filter((member) => round.electorate[member] === null)
  if (unweighed.length > 0 && ruleNeeding(round.rule, 'weight') !== null)
    return refuse('noWeight', { members: unweighed })
  const unreadable =
    unreadableFile(programme, (one) => one === path) ?? unreadableMember(programme, members)
  if (unreadable !== undefined) return refusedFile(unreadable)
  const absent = members.find((member) => !programme.ids.collectives.has(member))
  if (absent !== undefined)
    return refusedRound(`collectives/${absent}.yaml`, 'memberFileGone', { id: absent })
  const index = indexStances(programme)
  const outcome = outcomeOf(index, { id, normative }, round, day, (stances) =>
    digestAtClosing(programme, id, round.opened, stances),
  )
  if (isEarly && !isOutcomeSettled(index, id, round, outcome))
    return refuse('unsettled', { id, closes: round.closes })
  const file: NewFile = {
    path,
    content: withOutcome(decisions.document.text, round.opened, outcome),
    replaces: true,
  }
  return { ...EMPTY_PLAN, files: [file, ...countedCopies(programme, id, round.opened, outcome)] }
}

/** The digest of the text to vote on; empty when the proposal is withdrawn or merged. */
export function votableDigest(proposal: Proposal, day: string): string {
  return goneReason(proposal, day) === null ? proposal.normative : ''
}

/**
 * The outcome of a round closed on `day`: void when the text changed, else by the rule. All stances
 * are recorded, counted or not. `copiesOf` gives the digest of the round's copies.
 */
export function outcomeOf(
  index: StanceIndex,
  proposal: Pick<Proposal, 'id' | 'normative'>,
  round: Round,
  day: string,
  copiesOf?: (stances: Outcome['stances']) => string,
): Outcome {
  const stances = judgeStances(index, proposal.id, { text: round.text, day, round })
  const result: Result =
    round.text === proposal.normative
      ? decide(countRound(round, stances, lastDayOf(round, day)), round.rule).result
      : 'void'
  const counted = mapById(stances, recordedStance)
  const written = {
    result,
    closed: day,
    stances: counted,
    ...(copiesOf !== undefined && { copies: copiesOf(counted) }),
  }
  return { ...written, seal: outcomeSeal(round, written) }
}

/** The last whole day of a round: the planned last day, or the day before an early close. */
export function lastDayOf({ closes }: Pick<Round, 'closes'>, closed: string): string {
  return closed > closes ? closes : dayAfter(closed, -1)
}

/** True when no later stance could change the result of a round closed early. */
export function isOutcomeSettled(
  index: StanceIndex,
  id: string,
  round: Round,
  { result, closed }: Pick<Outcome, 'result' | 'closed'>,
): boolean {
  const stances = judgeStances(index, id, { text: round.text, day: closed, round })
  return isSettled(round, stances, result)
}

// A stance that does not count is recorded as `uncounted`, or as stale if the text changed.
function recordedStance(stance: JudgedStance) {
  const { counted, why, state } = stance
  return { ...stance, state: counted || why === 'textChanged' ? state : 'uncounted' }
}
