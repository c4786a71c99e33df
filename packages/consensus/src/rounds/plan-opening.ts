import {
  byId,
  type Decisions,
  daysBetween,
  EMPTY_PLAN,
  folderOf,
  isSectionToWrite,
  isToWrite,
  type NewFile,
  type Plan,
  type Programme,
  type Proposal,
  type Round,
  requiredFields,
  sectionTermOf,
} from '@cahier/core'
import { electorateOn } from '../counting/count-stances.ts'
import { indexStances } from '../counting/stance-index.ts'
import { decisionsOn, proposalOf } from '../find-by-id.ts'
import { ruleNeeding } from '../methods/index.ts'
import { countedCopies, digestAtClosing } from '../records/round-copies.ts'
import { openingSeal } from '../records/seal.ts'
import { goneReason, unknownCollective, unknownProposal } from '../refusals/refusal.ts'
import {
  unreadableFile,
  unreadableManifest,
  unreadableMember,
} from '../refusals/unreadable-files.ts'
import { withOutcome, withRound } from './decisions-file.ts'
import { refusedText } from './last-round.ts'
import { outcomeOf } from './plan-closing.ts'
import { refusedFile, refusedRound, roundFinding } from './round-messages.ts'

export interface Opening {
  readonly day: string
  /** The last day, included, in the manifest's time zone. */
  readonly closes: string
  /** The day on which each member was notified. `all` means all members, on the opening day. */
  readonly notified?: Readonly<Record<string, string>> | 'all'
}

/**
 * Plans the files of a new round (a vote): its text, rule and members. An open round whose text has
 * changed is first recorded as void.
 */
export function planOpening(
  programme: Programme,
  id: string,
  { day, closes, notified = {} }: Opening,
): Plan {
  const proposal = proposalOf(programme, id)
  const path = `decisions/${id}.yaml`
  const refuse = refusedRound.bind(null, path)
  if (proposal === undefined) return refuse('noProposal', unknownProposal(programme, id))
  const named = notified === 'all' ? [] : Object.keys(notified)
  const stranger = named.find((member) => !programme.ids.collectives.has(member))
  if (stranger !== undefined) return refuse('noCollective', unknownCollective(programme, stranger))
  if (closes <= day) return refuse('closesBefore', { closes, day })
  const manifest = unreadableManifest(programme)
  if (manifest !== undefined) return refusedFile(manifest)
  const obstacle = obstacleTo(proposal, programme, { day, closes })
  if (obstacle !== null) return obstacle
  const decisions = decisionsOn(programme, id)
  const recordsFault = unreadableFile(programme, (one) => one === path)
  if (recordsFault !== undefined) return refusedFile(recordsFault)
  const last = decisions?.rounds.at(-1)
  if (last !== undefined && last.outcome === null && last.text === proposal.normative)
    return refuse(day > last.closes ? 'notClosed' : 'alreadyOpen', {
      id,
      closes: last.closes,
    })
  if (decisions?.rounds.some(({ opened }) => opened === day)) return refuse('sameDay', { id, day })
  const since = [last?.opened ?? '', last?.outcome?.closed ?? ''].sort().at(-1) ?? ''
  if (day < since) return refuse('beforeLast', { id, day, since })
  const rule =
    programme.manifest.decision.rules[proposal.axis] ?? programme.manifest.decision.default
  const electorate = electorateOn(programme, day, ruleNeeding(rule, 'weight') !== null)
  const members = Object.keys(electorate)
  const unweighed = members.filter((member) => electorate[member] === null)
  if (unweighed.length > 0) return refuse('noWeight', { members: unweighed })
  const unreadable =
    unreadableFile(programme, (one) => folderOf(one) === 'collectives') ??
    unreadableMember(programme, last?.outcome === null ? Object.keys(last.electorate) : [])
  if (unreadable !== undefined) return refusedFile(unreadable)
  if (members.length === 0) return refuse('noMember')
  const days: Round['notified'] =
    ruleNeeding(rule, 'notified') === null
      ? {}
      : notified === 'all'
        ? byId(members.map((member) => [member, day]))
        : notified
  const outsider = Object.keys(days).find((member) => !members.includes(member))
  if (outsider !== undefined) return refuse('toldStranger', { id: outsider })
  const untold = members.filter((member) => !(days[member] !== undefined && days[member] <= day))
  if (untold.length > 0 && ruleNeeding(rule, 'notified') !== null)
    return refuse('untold', { members: untold, day })
  const frozen = { opened: day, closes, text: proposal.normative, rule, electorate }
  const seal = openingSeal(id, frozen)
  const round: Round = { ...frozen, notified: days, seal, rulings: [], outcome: null }
  const { text, copies } = withVoidRecorded(programme, proposal, decisions, day)
  const file: NewFile = {
    path,
    content: withRound(text, id, round),
    replaces: decisions !== undefined,
  }
  const copy: NewFile = { path: `decisions/${id}/${day}/text.md`, content: proposal.document.text }
  const findings = tooShort(path, id, round)
  return { ...EMPTY_PLAN, files: [file, copy, ...copies], findings }
}

function tooShort(path: string, id: string, { rule, opened, closes, notified }: Round) {
  const { days: toObject = 0 } = ruleNeeding(rule, 'notified') ?? {}
  const { 'final-period': final = 0 } = ruleNeeding(rule, 'final-period') ?? {}
  const needed = Math.max(toObject, final)
  const days = daysBetween([opened, ...Object.values(notified)].sort().at(-1) ?? opened, closes)
  return days < needed ? [roundFinding(path, 'warning', 'roundTooShort', { id, days, needed })] : []
}

function withVoidRecorded(
  programme: Programme,
  proposal: Proposal,
  decisions: Decisions | undefined,
  day: string,
): { readonly text?: string; readonly copies: readonly NewFile[] } {
  if (decisions === undefined) return { copies: [] }
  const { text } = decisions.document
  const last = decisions.rounds.at(-1)
  if (last === undefined || last.outcome !== null) return { text, copies: [] }
  const outcome = outcomeOf(indexStances(programme), proposal, last, day, (stances) =>
    digestAtClosing(programme, proposal.id, last.opened, stances),
  )
  return {
    text: withOutcome(text, last.opened, outcome),
    copies: countedCopies(programme, proposal.id, last.opened, outcome),
  }
}

function obstacleTo(
  proposal: Proposal,
  programme: Programme,
  { day, closes }: Pick<Opening, 'day' | 'closes'>,
): Plan | null {
  const { path } = proposal.document
  const { id, withdrawn } = proposal
  const gone = goneReason(proposal, day)
  if (gone !== null) return refusedRound(path, gone.message, gone.data)
  if (withdrawn !== null && withdrawn.date <= closes)
    return refusedRound(path, 'withdrawnBefore', { id, date: withdrawn.date, closes })
  if (!proposal.document.sound) return refusedFile(path)
  const faulty = refusedText(programme, proposal, [])
  if (faulty !== null) return faulty
  const missing = missingFrom(proposal, programme)
  return missing.length > 0 ? refusedRound(path, 'incomplete', { id, missing }) : null
}

/** The required keys and sections that are missing, or whose template text nobody replaced. */
function missingFrom(proposal: Proposal, programme: Programme) {
  const { manifest } = programme
  const { summary, requests, sections, document } = proposal
  const asked = requests.some(({ text }) => isToWrite(text))
    ? { ...proposal, requests: [] }
    : proposal
  const keys = [
    ...(isToWrite(summary) ? ['summary'] : []),
    ...requiredFields(manifest).filter((key) => asked[key].length === 0),
  ]
  const written = sections
    .filter((section) => section.nodes.length > 0 && !isSectionToWrite(section, document.text))
    .map((section) => sectionTermOf(section, manifest)?.id)
  return [
    ...keys,
    ...manifest.sections
      .filter(({ id, required }) => required && !written.includes(id))
      .map(({ title }) => `## ${title}`),
  ]
}
