import {
  type Document,
  EMPTY_PLAN,
  FILE_START,
  type Finding,
  type MessageData,
  type Plan,
  type Programme,
  type Stance,
  type StanceKind,
} from '@cahier/core'
import { positionsAt, proposalOf } from '../find-by-id.ts'
import { unknownCollective } from '../refusals/refusal.ts'
import { ROUND_RULE, roundFinding, type roundMessages } from '../rounds/round-messages.ts'
import { normalizeText, planEntries, stanceFaults } from './plan-stance.ts'
import { isAlreadyWritten } from './positions-file.ts'

/** Values from the command, used where the ballot gives none. */
export interface BallotDefaults {
  readonly day: string
  readonly by?: string
}

/**
 * Plans to write a ballot (a member's answers) into a positions file. A fault in one entry refuses
 * the whole ballot.
 */
export function planBallotStances(
  programme: Programme,
  ballot: Document,
  defaults: BallotDefaults,
): Plan {
  if (!ballot.sound) return { ...EMPTY_PLAN, findings: ballot.findings }
  const head = ballot.head as unknown as Ballot
  const { collective } = head
  const findings: Finding[] = []
  const report = (at: string, message: keyof typeof roundMessages, data: MessageData) => {
    findings.push({
      rule: ROUND_RULE,
      severity: 'error',
      message,
      data,
      path: ballot.path,
      place: placeIn(ballot, at),
    })
  }
  const ours = programme.manifest.publication.identifier
  if (head.programme !== undefined && head.programme !== ours)
    report('/programme', 'otherProgramme', { written: head.programme, ours })
  if (!programme.ids.collectives.has(collective))
    report('/collective', 'noCollective', unknownCollective(programme, collective))
  if (head.date !== undefined && head.date > defaults.day)
    report('/date', 'inFuture', { date: head.date })
  const path = `positions/${collective}.yaml`
  const before = positionsAt(programme, path)
  const entries: Stance[] = []
  for (const [proposal, one] of Object.entries(head.positions)) {
    if (one.stance === null) continue
    const known = proposalOf(programme, proposal)
    const entry = entryOf(proposal, { text: known?.normative ?? '', ...one }, head, defaults)
    if (isAlreadyWritten(before, entry)) continue
    const at = `/positions/${proposal}`
    for (const { field, message, data } of stanceFaults(programme, collective, entry, defaults.day))
      report(`${at}${field}`, message, data)
    // Refuses a stance when its `text` is not the digest of the current text.
    if (known !== undefined && entry.text !== known.normative)
      report(`${at}/text`, 'textMoved', { id: proposal, collective })
    if (one.date !== undefined && one.date > defaults.day)
      report(`${at}/date`, 'inFuture', { date: one.date })
    entries.push(entry)
  }
  if (findings.length > 0) return { ...EMPTY_PLAN, findings }
  if (entries.length === 0)
    return { ...EMPTY_PLAN, findings: [roundFinding(path, 'info', 'nothingNew', { path })] }
  return planEntries(programme, collective, entries, defaults.day)
}

// A finding without a value to show is placed on the key of its entry.
function placeIn({ places }: Document, at: string) {
  const entry = at.split('/').slice(0, 3).join('/')
  const value = at === entry && at.startsWith('/positions/') ? undefined : places[at]?.value
  return value ?? places[entry]?.key ?? FILE_START
}

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

const FRENCH: Readonly<Record<string, StanceKind>> = {
  consentement: 'consent',
  réserve: 'reservation',
}

function entryOf(
  proposal: string,
  { stance, date, text = '', by, argument = '', 'lifts-if': liftsIf = '' }: BallotEntry,
  head: Ballot,
  defaults: BallotDefaults,
) {
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
