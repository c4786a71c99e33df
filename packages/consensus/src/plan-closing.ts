import {
  type CountedStance,
  EMPTY_PLAN,
  type NewFile,
  nearest,
  type Outcome,
  type Plan,
  type Programme,
  type Proposal,
  type Result,
  type Round,
  type VerdictStance,
} from '@cahier/core'
import { countRound } from './count-round.ts'
import { withOutcome } from './decisions-file.ts'
import { decide, ruleThatAsks } from './methods/index.ts'
import { refused } from './refusal.ts'
import { againstPolicy } from './ruling-policy.ts'
import { outcomeSeal } from './seal.ts'
import { type Said, saidIn, stancesOn } from './tally.ts'

/** Closes the open round of one proposal, once its last day is over. Records any result; copies the positions files it counted. */
export function planClosing(programme: Programme, id: string, day: string): Plan {
  const proposal = programme.proposals.find((one) => one.id === id)
  const path = `decisions/${id}.yaml`
  if (proposal === undefined) return refused(path, 'noProposal', { id, near: nearest(id, [...programme.ids.proposals]) })
  const decisions = programme.decisions.find((one) => one.proposal === id)
  const round = decisions?.rounds.at(-1)
  if (decisions !== undefined && !decisions.document.sound) return refused(path, 'unreadable', { path })
  if (decisions === undefined || round === undefined || round.outcome !== null) return refused(path, 'noRound', { id })
  const normative = textThatStands(proposal)
  if (round.text === normative && day <= round.closes) return refused(path, 'tooEarly', { id, closes: round.closes })
  const against = round.rulings.map((ruling) => againstPolicy(ruling, programme.manifest.decision)).find((one) => one !== null)
  if (against) return refused(path, against.message, against.data)
  const unweighed =
    ruleThatAsks(round.rule, 'weight') === null ? [] : Object.keys(round.electorate).filter((member) => round.electorate[member] === null)
  if (unweighed.length > 0) return refused(path, 'noWeight', { members: unweighed })
  const unreadable = unreadablePositions(programme, round)
  if (unreadable !== undefined) return refused(unreadable, 'unreadable', { path: unreadable })
  const outcome = outcomeOf(saidIn(programme), { id, normative }, round, day)
  const file: NewFile = { path, content: withOutcome(decisions.document.text, round.opened, outcome), replaces: true }
  const counted = programme.positions.filter(({ collective }) => collective in outcome.stances)
  const copies = counted.map(
    ({ collective, document }): NewFile => ({
      path: `decisions/${id}/${round.opened}/positions/${collective}.yaml`,
      content: document.text,
    }),
  )
  return { ...EMPTY_PLAN, files: [file, ...copies] }
}

/** The text a round can still decide on: none once the proposal is withdrawn or merged with others. */
export function textThatStands({ normative, withdrawn, replacedBy }: Pick<Proposal, 'normative' | 'withdrawn' | 'replacedBy'>): string {
  return withdrawn === null && replacedBy === '' ? normative : ''
}

// A member whose file cannot be read would be counted as silent: nothing is decided over a broken file.
function unreadablePositions(programme: Programme, round: Round): string | undefined {
  const paths = Object.keys(round.electorate).map((member) => `positions/${member}.yaml`)
  const broken = new Set([
    ...programme.positions.filter(({ document }) => !document.sound).map(({ document }) => document.path),
    ...programme.folderFindings.filter(({ severity }) => severity === 'error').map((finding) => finding.path),
  ])
  return paths.find((path) => broken.has(path))
}

/** The outcome of a round on a day: void when the text moved, else what the rule decides. Entries are kept whole, counted or not. */
export function outcomeOf(said: Said, proposal: Pick<Proposal, 'id' | 'normative'>, round: Round, day: string): Outcome {
  const stances = stancesOn(said, proposal.id, { text: round.text, day, round })
  const result = resultOf(round, stances, proposal.normative)
  const written = {
    result,
    closed: day,
    stances: Object.fromEntries(Object.entries(stances).map(([member, stance]) => [member, countedOf(stance)])),
  }
  return { ...written, seal: outcomeSeal(round, written) }
}

function resultOf(round: Round, stances: Readonly<Record<string, VerdictStance>>, normative: string): Result {
  if (round.text !== normative) return 'void'
  return decide(countRound(round, stances), round.rule).result
}

function countedOf({ stance, date, text, by, argument, liftsIf, state, counted, why }: VerdictStance): CountedStance {
  return {
    stance,
    date,
    text,
    ...(by !== '' && { by }),
    ...(argument !== '' && { argument }),
    ...(liftsIf !== '' && { 'lifts-if': liftsIf }),
    state: counted || state === 'stale' ? state : 'uncounted',
    ...(why !== '' && { why }),
  }
}
