import type { Decisions, Positions, Programme, Proposal, Round, Verdict, VerdictStance } from '@cahier/core'
import { countStances, tallyOf } from './count-stances.ts'
import { type Bench, judgeStance } from './judge-stance.ts'
import { electorateOn } from './members.ts'
import { statusOf } from './status-of.ts'

/** Where every proposal stands on a day, in print order. Rounds opened and closed later than that day are not seen. */
export function tally(programme: Programme, day: string): readonly Verdict[] {
  return programme.proposals.map((proposal) => verdictOf(programme, proposal, day))
}

function verdictOf(programme: Programme, proposal: Proposal, day: string): Verdict {
  const rounds = roundsBy(
    programme.decisions.find((decisions) => decisions.proposal === proposal.id),
    day,
  )
  const round = rounds.at(-1) ?? null
  const digest = proposal.normative
  // A closed round holds for the text it was about: once that text has moved on, everyone is to be asked again.
  const isOver = round !== null && round.outcome !== null && round.text !== digest
  const bench = isOver ? null : round
  const electorate = bench?.electorate ?? electorateOn(programme, day, false)
  const stances = stancesOn(saidIn(programme), proposal.id, { text: digest, day, round: bench })
  const inside = Object.fromEntries(Object.entries(stances).filter(([member]) => member in electorate))
  const count = countStances({ electorate, rulings: bench?.rulings ?? [] }, inside)
  const { status, why } = statusOf(proposal, rounds, count, day)
  return {
    proposal: proposal.id,
    status,
    digest,
    round,
    electorate: Object.keys(electorate),
    stances,
    missing: Object.keys(electorate).filter((member) => stances[member]?.counted !== true),
    tally: tallyOf(count),
    handedOver: recipients(programme, proposal.id, day),
    takenUp: takers(programme, proposal.id, day),
    why: { message: why.message, data: why.data },
  }
}

/** The rounds of a proposal as they stood on a day. */
export function roundsBy(decisions: Decisions | undefined, day: string): readonly Round[] {
  const known = (decisions?.rounds ?? []).filter(({ opened }) => opened <= day)
  return known.map((round) => {
    const outcome = round.outcome !== null && round.outcome.closed > day ? null : round.outcome
    return { ...round, outcome, rulings: round.rulings.filter(({ date }) => date <= day) }
  })
}

/** Every member's stance on one proposal, judged; silence left out. */
export function stancesOn(said: Said, proposal: string, bench: Omit<Bench, 'ours'>): Readonly<Record<string, VerdictStance>> {
  const judged = said.positions.flatMap((positions) => {
    const stance = positions.stances.find((one) => one.proposal === proposal)
    const verdict =
      stance === undefined ? null : judgeStance(positions.collective, stance, { ...bench, ours: positions.programme === said.identifier })
    return verdict === null ? [] : [[positions.collective, verdict] as const]
  })
  return Object.fromEntries(judged)
}

/** All that members have said, and the identifier of the programme it must be about. */
export interface Said {
  readonly positions: readonly Positions[]
  readonly identifier: string
}

/** What members say in the folder as it stands. */
export function saidIn(programme: Programme): Said {
  return { positions: programme.positions, identifier: programme.manifest.publication.identifier }
}

function recipients(programme: Programme, proposal: string, day: string): readonly string[] {
  return programme.transmissions
    .filter(({ handed }) => handed.some(({ date, proposals }) => date <= day && proposals.includes(proposal)))
    .map(({ id }) => id)
}

function takers(programme: Programme, proposal: string, day: string): readonly string[] {
  const took = ({ answers }: { answers: readonly { proposal: string; answer: string; date: string }[] }) =>
    answers.some((answer) => answer.proposal === proposal && answer.date <= day && answer.answer !== 'refused')
  return programme.transmissions.filter(({ handed }) => handed.some(took)).map(({ id }) => id)
}
