import {
  EMPTY_PLAN,
  type Finding,
  type MessageData,
  type Plan,
  type Programme,
  type Stance,
  type StanceKind,
} from '@cahier/core'
import { tally, verdictOn } from '../counting/tally.ts'
import {
  collectiveOf,
  decisionsOn,
  positionsAt,
  proposalOf,
  recordedRounds,
} from '../find-by-id.ts'
import { goneReason, unknownCollective, unknownProposal } from '../refusals/refusal.ts'
import { unreadableFile } from '../refusals/unreadable-files.ts'
import { refusedText } from '../rounds/last-round.ts'
import {
  refusedFile,
  refusedRound,
  roundFinding,
  type roundMessages,
} from '../rounds/round-messages.ts'
import { whyIdle } from './idle-stance.ts'
import { isAlreadyWritten, type PositionsEntry, withStances } from './positions-file.ts'

/** A stance (vote) to write; null withdraws the present one. */
export interface StanceRequest extends Partial<Pick<Stance, 'by' | 'argument' | 'liftsIf'>> {
  readonly stance: StanceKind | null
  readonly day: string
  /** Writes an unchanged stance again, to sign it. */
  readonly again?: boolean
}

/** Plans writing a stance on the current text into `positions/<member>.yaml`. */
export function planStance(
  programme: Programme,
  collective: string,
  proposal: string,
  { stance, day, by = '', argument = '', liftsIf = '', again = false }: StanceRequest,
): Plan {
  const path = `positions/${collective}.yaml`
  const refuse = refusedRound.bind(null, path)
  const known = proposalOf(programme, proposal)
  const positions = positionsAt(programme, path)
  if (!programme.ids.collectives.has(collective))
    return refuse('noCollective', unknownCollective(programme, collective))
  if (known === undefined) return refuse('noProposal', unknownProposal(programme, proposal))
  if (stance === null) {
    const { stances = [], unfilled = [] } = positions ?? {}
    return [...stances, ...unfilled].some((one) => one.proposal === proposal)
      ? planEntries(programme, collective, [], day, proposal)
      : refuse('noStance', { id: proposal })
  }
  const entry: Stance = {
    proposal,
    stance,
    date: day,
    text: known.normative,
    by,
    argument: normalizeText(argument),
    liftsIf: normalizeText(liftsIf),
  }
  const [fault] = stanceFaults(programme, collective, entry, day)
  if (fault !== undefined) return refuse(fault.message, fault.data)
  const faulty = refusedText(programme, known, recordedRounds(programme, proposal))
  if (faulty !== null) return faulty
  if (!again && isWritable(programme, collective) && isAlreadyWritten(positions, entry)) {
    const note = roundFinding(path, 'info', 'saidAlready', { path })
    return { ...EMPTY_PLAN, findings: [note, ...idleRemarks(programme, collective, entry, day)] }
  }
  return planEntries(programme, collective, [entry], day)
}

interface StanceFault {
  readonly field: '' | '/by'
  readonly message: keyof typeof roundMessages
  readonly data: MessageData
}

/** Why a member cannot give a stance on a day; empty when it can. */
export function stanceFaults(
  programme: Programme,
  collective: string,
  { proposal: id, stance, by, argument }: Stance,
  day: string,
): readonly StanceFault[] {
  const proposal = proposalOf(programme, id)
  if (proposal === undefined)
    return [{ field: '', message: 'noProposal', data: unknownProposal(programme, id) }]
  const gone = goneReason(proposal, day)
  if (gone !== null) return [{ field: '', ...gone }]
  const faults: StanceFault[] = []
  const delegates = (collectiveOf(programme, collective)?.delegates ?? []).map((one) => one.id)
  if (by !== '' && programme.ids.collectives.has(collective) && !delegates.includes(by))
    faults.push({ field: '/by', message: 'noDelegate', data: { id: by, collective, delegates } })
  if ((stance === 'reservation' || stance === 'objection') && argument === '')
    faults.push({ field: '', message: 'noArgument', data: {} })
  return faults
}

export function normalizeText(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n')
}

/** Plans a ballot: an entry without a stance for each open proposal that waits for an answer. */
export function planBallot(programme: Programme, collective: string, day: string): Plan {
  const path = `positions/${collective}.yaml`
  if (!programme.ids.collectives.has(collective))
    return refusedRound(path, 'noCollective', unknownCollective(programme, collective))
  const decided = new Set(programme.decisions.map(({ proposal }) => proposal))
  const asked = programme.proposals.filter(({ id }) => decided.has(id))
  const waiting = tally(programme, day, asked).filter(
    ({ status, electorate, stances }) =>
      status === 'open' && electorate.includes(collective) && stances[collective]?.counted !== true,
  )
  if (waiting.length === 0) return refusedRound(path, 'nothingOpen')
  const unsaid = { stance: null, date: day, by: '', argument: '', liftsIf: '' }
  const entries = waiting.map(({ proposal, digest }) => ({ ...unsaid, proposal, text: digest }))
  return planEntries(programme, collective, entries, day)
}

/** Plans changes in a positions file. Findings name the new stances that will not count. */
export function planEntries(
  programme: Programme,
  collective: string,
  entries: readonly PositionsEntry[],
  day: string,
  withdrawn?: string,
): Plan {
  const path = `positions/${collective}.yaml`
  const positions = positionsAt(programme, path)
  const unreadable =
    positions === undefined ? unreadableFile(programme, (one) => one === path) : undefined
  if (unreadable !== undefined) return refusedFile(unreadable)
  if (!isWritable(programme, collective)) return refusedFile(path)
  if (positions !== undefined && positions.serial >= LAST_SERIAL)
    return refusedRound(path, 'lastSerial', { path, serial: positions.serial })
  const content = withStances(
    positions,
    { programme: programme.manifest.publication.identifier, collective },
    entries,
    withdrawn,
  )
  const findings = entries.flatMap((entry) => idleRemarks(programme, collective, entry, day))
  return { ...EMPTY_PLAN, files: [{ path, content, replaces: positions !== undefined }], findings }
}

/** The highest serial number in the schema. */
const LAST_SERIAL = 999_999_999_999_999

// False for a file that has errors or names another member or programme: nothing in it counts.
function isWritable(programme: Programme, collective: string) {
  const file = positionsAt(programme, `positions/${collective}.yaml`)
  return (
    file === undefined ||
    (file.document.sound &&
      file.programme === programme.manifest.publication.identifier &&
      file.collective === collective)
  )
}

function idleRemarks(
  programme: Programme,
  collective: string,
  { proposal: id, stance, date }: PositionsEntry,
  day: string,
): Finding[] {
  const proposal = proposalOf(programme, id)
  if (proposal === undefined || stance === null) return []
  // When the decisions cannot be read, the last day of the round is unknown.
  if (decisionsOn(programme, id)?.document.sound === false) return []
  const left = collectiveOf(programme, collective)?.left ?? ''
  const verdict = verdictOn(programme, proposal, day)
  const isGone = left !== '' && left <= day && verdict.electorate.includes(collective)
  const idle = isGone
    ? { message: 'gone' as const, data: { member: collective, left } }
    : whyIdle(collective, date, verdict)
  return idle === null
    ? []
    : [roundFinding(`positions/${collective}.yaml`, 'info', idle.message, idle.data)]
}
