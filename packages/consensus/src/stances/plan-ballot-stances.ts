import {
  type Document,
  EMPTY_PLAN,
  FILE_START,
  type Finding,
  type MessageData,
  nearest,
  type Place,
  type Plan,
  type Programme,
  type Stance,
  type StanceKind,
} from '@cahier/core'
import { collectiveOf, positionsAt, proposalOf } from '../find-by-id.ts'
import { goneProposal, unknownProposal } from '../refusals/refusal.ts'
import { ROUND_RULE, remark, type roundMessages } from '../rounds/round-messages.ts'
import { normalizeText, planEntries } from './plan-stance.ts'
import { isAlreadyWritten } from './positions-file.ts'

/** Values from the command, used where the ballot gives none. */
export interface BallotDefaults {
  readonly day: string
  readonly by?: string
}

/**
 * Plans writing a ballot (a member's answers) into a positions file: all entries or none. Empty and
 * unchanged entries are skipped.
 */
export function planBallotStances(
  programme: Programme,
  ballot: Document,
  defaults: BallotDefaults,
): Plan {
  if (!ballot.sound) return { ...EMPTY_PLAN, findings: ballot.findings }
  const head = ballot.head as unknown as Ballot
  const findings: Finding[] = []
  const report: FieldReport = (at, message, data) => {
    findings.push({
      rule: ROUND_RULE,
      severity: 'error',
      message,
      data,
      path: ballot.path,
      place: placeIn(ballot, at),
    })
  }
  checkHead(programme, head, defaults, report)
  const path = `positions/${head.collective}.yaml`
  const before = positionsAt(programme, path)
  const entries: Stance[] = []
  for (const [proposal, one] of Object.entries(head.positions)) {
    if (one.stance === null) continue
    const text = proposalOf(programme, proposal)?.normative ?? ''
    const entry = entryOf(proposal, { text, ...one }, head, defaults)
    if (isAlreadyWritten(before, entry)) continue
    checkEntry(programme, head.collective, entry, defaults.day, report)
    if (one.date !== undefined && one.date > defaults.day)
      report(`/positions/${proposal}/date`, 'inFuture', { date: one.date })
    entries.push(entry)
  }
  if (findings.length > 0) return { ...EMPTY_PLAN, findings }
  if (entries.length === 0)
    return { ...EMPTY_PLAN, findings: [remark(path, 'info', 'nothingNew', { path })] }
  return planEntries(programme, head.collective, entries, defaults.day)
}

// The place of the wrong value; if the value is missing, the place of the key of its entry.
function placeIn({ places }: Document, at: string): Place {
  const entry = at.split('/').slice(0, 3).join('/')
  const value = at === entry && at.startsWith('/positions/') ? undefined : places[at]?.value
  return value ?? places[entry]?.key ?? FILE_START
}

/** The content of a ballot that fits its schema. */
interface Ballot {
  readonly programme?: string
  readonly collective: string
  readonly date?: string
  readonly by?: string
  readonly positions: { readonly [proposal: string]: BallotEntry }
}

interface BallotEntry extends Partial<Pick<Stance, 'date' | 'text' | 'by' | 'argument'>> {
  readonly stance: string | null
  readonly 'lifts-if'?: string
}

type FieldReport = (
  at: string,
  message: keyof typeof roundMessages & string,
  data: MessageData,
) => void

function checkHead(
  programme: Programme,
  { programme: written, collective, date }: Ballot,
  { day }: BallotDefaults,
  report: FieldReport,
): void {
  const ours = programme.manifest.publication.identifier
  const { collectives } = programme.ids
  if (written !== undefined && written !== ours)
    report('/programme', 'otherProgramme', { written, ours })
  if (!collectives.has(collective))
    report('/collective', 'noCollective', {
      id: collective,
      near: nearest(collective, [...collectives]),
    })
  if (date !== undefined && date > day) report('/date', 'inFuture', { date })
}

const FRENCH: Readonly<Record<string, StanceKind>> = {
  consentement: 'consent',
  réserve: 'reservation',
}

function entryOf(
  proposal: string,
  { stance, date, text = '', by, argument = '', 'lifts-if': liftsIf = '' }: BallotEntry,
  head: Ballot,
  defaults: BallotDefaults,
): Stance {
  const kind = String(stance).normalize('NFC')
  return {
    proposal,
    stance: FRENCH[kind] ?? (kind as StanceKind),
    date: date ?? head.date ?? defaults.day,
    text,
    by: by ?? head.by ?? defaults.by ?? '',
    argument: normalizeText(argument),
    liftsIf: normalizeText(liftsIf),
  }
}

function checkEntry(
  programme: Programme,
  collective: string,
  { proposal: id, stance, text, by, argument }: Stance,
  day: string,
  report: FieldReport,
): void {
  const at = `/positions/${id}`
  const proposal = proposalOf(programme, id)
  if (proposal === undefined) {
    report(at, 'noProposal', unknownProposal(programme, id))
    return
  }
  const closed = goneProposal(proposal, day)
  if (closed !== null) {
    report(at, closed.message, closed.data)
    return
  }
  // A stance must be about the text that the member has read.
  if (text !== proposal.normative) report(`${at}/text`, 'textMoved', { id, collective })
  const delegates = collectiveOf(programme, collective)?.delegates.map((one) => one.id)
  if (by !== '' && delegates !== undefined && !delegates.includes(by))
    report(`${at}/by`, 'noDelegate', { id: by, collective, delegates })
  if ((stance === 'reservation' || stance === 'objection') && argument === '')
    report(at, 'noArgument', {})
}
