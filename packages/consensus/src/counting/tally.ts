import {
  type Electorate,
  mapById,
  type Programme,
  type Proposal,
  type Round,
  type Transmission,
  type Verdict,
} from '@cahier/core'
import { membersToAskAgain } from '../merging/members-to-ask.ts'
import { TIME_BOUND_FAULTS } from '../signatures/stance-signatures.ts'
import {
  countedAs,
  countStances,
  electorateOn,
  isRecused,
  isSameStanceContent,
  membersCounted,
  rulingOnStance,
  tallyOf,
} from './count-stances.ts'
import { countingRound, roundsOf } from './rounds.ts'
import { indexStances, judgeStances } from './stance-index.ts'
import { statusOf } from './status.ts'

/**
 * The verdicts on proposals on a day, in print order. Later rounds (votes) and outcomes are
 * ignored.
 */
export function tally(
  programme: Programme,
  day: string,
  proposals: readonly Proposal[] = programme.proposals,
): readonly Verdict[] {
  return proposals.map((proposal) => verdictOn(programme, proposal, day))
}

export function verdictOn(programme: Programme, proposal: Proposal, day: string): Verdict {
  const index = indexStances(programme)
  const rounds = roundsOf(programme, proposal.id, day)
  const round = rounds.at(-1) ?? null
  const digest = round !== null || index.byProposal.has(proposal.id) ? proposal.normative : ''
  const counting = countingRound(round, digest)
  const { electorate, rulings } = counting ?? {
    electorate: electorateOn(programme, day, false),
    rulings: [],
  }
  const judged = judgeStances(index, proposal.id, { text: digest, day, round: counting })
  const stances =
    counting === null ? withoutOutsiders(judged, electorate) : asRecorded(judged, counting)
  const count = countStances({ electorate, rulings }, stances)
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
    missing: membersCounted({ electorate, rulings }).filter(
      (member) => stances[member]?.counted !== true,
    ),
    tally: tallyOf(count),
    again: membersToAskAgain(programme, proposal, { status, electorate: members, stances }),
    handedOver: recipients(
      programme,
      ({ date, proposals }) => date <= day && proposals.includes(proposal.id),
    ),
    takenUp: recipients(programme, ({ answers }) =>
      answers.some(
        (one) => one.proposal === proposal.id && one.date <= day && one.answer !== 'refused',
      ),
    ),
    why,
  }
}

// Without a round, only stances of the members on that day count.
function withoutOutsiders(stances: Verdict['stances'], electorate: Electorate) {
  return mapById(stances, (one, member) =>
    one.counted && !Object.hasOwn(electorate, member)
      ? { ...one, counted: false, why: 'noMember' }
      : one,
  )
}

// A closed round counts only the stances that its outcome records. A signing key that becomes valid
// later excludes none of those stances.
function asRecorded(stances: Verdict['stances'], { outcome }: Round): Verdict['stances'] {
  if (outcome === null) return stances
  return mapById(stances, (stance, member) => {
    const one = outcome.stances[member]
    const recorded = isSameStanceContent(one, stance) ? one : undefined
    if (stance.counted)
      return recorded?.counted
        ? stance
        : { ...stance, counted: false, why: recorded?.why ?? 'afterClose' }
    return recorded?.counted && TIME_BOUND_FAULTS.has(stance.why)
      ? { ...stance, counted: true, why: recorded.why }
      : stance
  })
}

function recipients(
  { transmissions }: Programme,
  wasGiven: (handing: Transmission['handed'][number]) => boolean,
) {
  return transmissions.filter(({ handed }) => handed.some(wasGiven)).map(({ id }) => id)
}

/**
 * The stances after rulings. Stances of recused (excluded) members do not count. An objection that
 * a ruling set aside has that ruling as its `why`.
 */
export function stancesAsRuled({ round, digest, stances }: Verdict): Verdict['stances'] {
  const rulings = countingRound(round, digest)?.rulings ?? []
  return mapById(stances, (stance, member) => {
    if (stance.counted && isRecused(rulings, member))
      return { ...stance, counted: false, why: 'recused' }
    return countedAs(rulings, member, stance) === 'ruled'
      ? { ...stance, why: rulingOnStance(rulings, member, stance)?.ruling ?? stance.why }
      : stance
  })
}
