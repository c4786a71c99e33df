import {
  FILE_START,
  type Finding,
  type MessageData,
  type Programme,
  type RuleMessages,
  type Stance,
  stemOf,
  typingErrorsBetween,
  type Verdict,
  wording,
} from '@cahier/core'
import { collectiveOf } from '../find-by-id.ts'
import {
  STANCE_RULE,
  signatureFindings,
  signatureMessages,
} from '../signatures/signature-findings.ts'
import { idleMessages, whyIdle } from '../stances/idle-stance.ts'
import { tally } from './tally.ts'

/** Findings on stances (votes) that do not count, unless an older text is the only reason. */
export function uncountedStances(programme: Programme, day: string): readonly Finding[] {
  return [...idleStances(programme, day), ...signatureFindings(programme, day)]
}

interface Fault {
  readonly message: keyof typeof stanceMessages & string
  readonly data: MessageData
  readonly field: string
  readonly mild?: boolean
}

function idleStances(programme: Programme, day: string): readonly Finding[] {
  const verdicts = new Map(tally(programme, day).map((verdict) => [verdict.proposal, verdict]))
  const texts = textsOf(programme)
  return programme.positions.flatMap(({ stances, document }) =>
    stances.flatMap((stance) => {
      const verdict = verdicts.get(stance.proposal)
      const member = stemOf(document.path)
      const fault = verdict ? faultOf(stance, member, verdict, { programme, day, texts }) : null
      if (fault === null) return []
      const { message, data, field, mild } = fault
      const severity = mild ? 'info' : 'warning'
      const at = (one: string) => document.places[`/positions/${stance.proposal}${one}`]
      const place = at(field)?.value ?? at('')?.key ?? FILE_START
      return [{ rule: STANCE_RULE, severity, message, data, path: document.path, place }]
    }),
  )
}

interface FaultContext {
  readonly programme: Programme
  readonly day: string
  /** By proposal: the digests of its current text and of the texts in its rounds. */
  readonly texts: ReadonlyMap<string, readonly string[]>
}

function faultOf(
  { proposal, stance, date, text }: Stance,
  member: string,
  verdict: Verdict,
  { programme, day, texts }: FaultContext,
): Fault | null {
  const { digest, status } = verdict
  if (status === 'withdrawn' || status === 'merged') return null
  if (text === '') return { message: 'noText', field: '/stance', data: { proposal, digest } }
  if (date > day) return { message: 'future', field: '/date', data: { date } }
  const owners = [...texts].flatMap(([id, own]) => (own.includes(text) ? [id] : []))
  if (owners.length > 0 && !owners.includes(proposal))
    return { message: 'otherText', field: '/text', data: { proposal, other: owners[0] ?? '' } }
  const meant = owners.length === 0 ? intendedDigest(text, texts.get(proposal) ?? []) : ''
  if (meant !== '') return { message: 'mistyped', field: '/text', data: { proposal, meant } }
  const recorded = verdict.stances[member]?.why !== 'afterClose'
  const collective = collectiveOf(programme, member)
  const idle = collective === undefined ? null : whyIdle(member, date, verdict, recorded)
  // A collective whose file has errors may be a member; that file has its own finding.
  if (idle?.message === 'outsider' && collective?.document.sound === false) return null
  if (idle === null || idle.message === 'roundVoid') return null
  // With `earlier`, the message says that the member must answer again. An objection on an old text
  // counts without a new answer.
  const data =
    text === digest || stance === 'objection' ? idle.data : { ...idle.data, earlier: text }
  return { field: idle.message === 'afterClose' ? '/date' : '/stance', ...idle, data }
}

function textsOf({ proposals, decisions }: Programme) {
  const texts = new Map(proposals.map(({ id, normative }) => [id, [normative]]))
  for (const { proposal, rounds } of decisions)
    texts.set(proposal, [...(texts.get(proposal) ?? []), ...rounds.map(({ text }) => text)])
  return texts
}

function intendedDigest(typed: string, texts: readonly string[]) {
  return texts.find((text) => typingErrorsBetween(typed, text) <= MOST_SLIPS) ?? ''
}

const MOST_SLIPS = 2

export const stanceMessages = {
  ...signatureMessages,
  ...idleMessages,
  noText: wording(
    'cette position ne compte pas : elle ne dit pas de quel texte de « {proposal} » elle parle. Pour le texte actuel, ajoutez une ligne. Écrivez : text: {digest}',
    'this stance does not count: it does not say which text of “{proposal}” it is about. For the current one, add a line. Write: text: {digest}',
  ),
  future: wording(
    'cette position ne compte pas encore : elle est datée du {date|day}, qui est à venir',
    'this stance does not count yet: it is dated {date|day}, which is in the future',
  ),
  mistyped: wording(
    'cette empreinte n’est celle d’aucun texte, et ne diffère que d’un signe ou deux de celle d’un texte de « {proposal} ». Si c’est de lui que parle cette position, écrivez : text: {meant}',
    'this digest is that of no text, and differs by a sign or two from that of a text of “{proposal}”. If this stance is about that one, write: text: {meant}',
  ),
  otherText: wording(
    'cette position ne compte pas : cette empreinte est celle d’un texte de « {other} », et non de « {proposal} »',
    'this stance does not count: this digest is that of a text of “{other}”, not of “{proposal}”',
  ),
} satisfies RuleMessages
