import {
  byId,
  type Electorate,
  type JudgedStance,
  type Programme,
  type Proposal,
  type Round,
  type Verdict,
} from '@cahier/core'
import { askedAgain } from '../merging/members-to-ask.ts'
import { TIME_BOUND_FAULTS } from '../signatures/signing.ts'
import {
  countedAs,
  countStances,
  electorateOn,
  membersCounted,
  rulingOnStance,
  tallyOf,
} from './count-stances.ts'
import { countingRound, roundsOf } from './rounds.ts'
import { indexStances, judgeStances, type StanceIndex } from './stance-index.ts'
import { statusOf } from './status.ts'

/** The verdicts on proposals on a day, in print order. Later rounds and closes are ignored. */
export function tally(
  programme: Programme,
  day: string,
  proposals: readonly Proposal[] = programme.proposals,
): readonly Verdict[] {
  const index = indexStances(programme)
  return proposals.map((proposal) => verdictOf(programme, index, proposal, day))
}

export function verdictOn(programme: Programme, proposal: Proposal, day: string): Verdict {
  return verdictOf(programme, indexStances(programme), proposal, day)
}

function verdictOf(
  programme: Programme,
  index: StanceIndex,
  proposal: Proposal,
  day: string,
): Verdict {
  const rounds = roundsOf(programme, proposal.id, day)
  const round = rounds.at(-1) ?? null
  // Without rounds and stances, the digest is not needed, so it is not computed.
  const digest = round !== null || index.byProposal.has(proposal.id) ? proposal.normative : ''
  const counting = countingRound(round, digest)
  const electorate = counting?.electorate ?? electorateOn(programme, day, false)
  const judged = judgeStances(index, proposal.id, { text: digest, day, round: counting })
  const stances =
    counting === null ? withoutOutsiders(judged, electorate) : asRecorded(judged, counting)
  const count = countStances({ electorate, rulings: counting?.rulings ?? [] }, stances)
  const late = Object.values(stances).filter(
    ({ stance, why }) => stance === 'objection' && why === 'afterClose',
  ).length
  const { status, why } = statusOf(proposal, rounds, count, day, late)
  const members = Object.keys(electorate)
  return {
    proposal: proposal.id,
    status,
    get digest() {
      return proposal.normative
    },
    round,
    electorate: members,
    stances,
    missing: membersCounted({ electorate, rulings: counting?.rulings ?? [] }).filter(
      (member) => stances[member]?.counted !== true,
    ),
    tally: tallyOf(count),
    again: askedAgain(programme, proposal, { status, electorate: members, stances }),
    handedOver: recipients(programme, proposal.id, day),
    takenUp: takers(programme, proposal.id, day),
    why: { message: why.message, data: why.data },
  }
}

// Without a round, only stances of the members on that day count.
function withoutOutsiders(stances: Verdict['stances'], electorate: Electorate): Verdict['stances'] {
  const refused = (stance: JudgedStance) => ({ ...stance, counted: false, why: 'noMember' })
  return byId(
    Object.entries(stances).map(([member, one]) => [
      member,
      one.counted && !Object.hasOwn(electorate, member) ? refused(one) : one,
    ]),
  )
}

// A closed round counts only the stances in its outcome, even if keys changed since.
function asRecorded(stances: Verdict['stances'], { outcome }: Round): Verdict['stances'] {
  if (outcome === null) return stances
  const recordedAs = (member: string, { stance, date, text }: JudgedStance) => {
    const one = outcome.stances[member]
    return one?.stance === stance && one.date === date && one.text === text ? one : null
  }
  return byId(
    Object.entries(stances).map(([member, one]) => {
      const recorded = recordedAs(member, one)
      if (one.counted)
        return [member, recorded === null ? { ...one, counted: false, why: 'afterClose' } : one]
      return [
        member,
        recorded?.counted && TIME_BOUND_FAULTS.has(one.why)
          ? { ...one, counted: true, why: recorded.why }
          : one,
      ]
    }),
  )
}

function recipients(programme: Programme, proposal: string, day: string): readonly string[] {
  return programme.transmissions
    .filter(({ handed }) =>
      handed.some(({ date, proposals }) => date <= day && proposals.includes(proposal)),
    )
    .map(({ id }) => id)
}

function takers(programme: Programme, proposal: string, day: string): readonly string[] {
  return programme.transmissions
    .filter(({ handed }) =>
      handed
        .flatMap(({ answers }) => answers)
        .some((one) => one.proposal === proposal && one.date <= day && one.answer !== 'refused'),
    )
    .map(({ id }) => id)
}

/**
 * The stances after rulings. Those of recused members do not count. An objection set aside has the
 * ruling as its `why`.
 */
export function stancesAsRuled({ round, digest, stances }: Verdict): Verdict['stances'] {
  const rulings = countingRound(round, digest)?.rulings ?? []
  const recused = new Set(rulings.filter(({ ruling }) => ruling === 'recused').map(({ on }) => on))
  return byId(
    Object.entries(stances).map(([member, stance]) => {
      if (stance.counted && recused.has(member))
        return [member, { ...stance, counted: false, why: 'recused' }]
      if (countedAs(rulings, member, stance) !== 'ruled') return [member, stance]
      return [
        member,
        { ...stance, why: rulingOnStance(rulings, member, stance)?.ruling ?? stance.why },
      ]
    }),
  )
}
