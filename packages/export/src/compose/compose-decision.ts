import { isOnStance, type Round, type Ruling, type Verdict } from '@cahier/core'
import { decisionSentence } from '../decision/decision-sentence.ts'
import { roundTally } from '../decision/round-tally.ts'
import { rulingSentence } from '../decision/ruling-sentence.ts'
import type { DecisionRecord } from '../edition/measure.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import type { Entry } from './selection.ts'

/** The round printed under a proposal, in words; `null` when it has none. */
export function composeDecision(
  { round, verdict, status }: Entry,
  house: ProgrammeHouse,
): DecisionRecord | null {
  if (round === null || verdict === null) return null
  return {
    opened: round.opened,
    closes: round.closes,
    closed: round.outcome?.closed ?? '',
    sentence: decisionSentence(round, roundTally(round, verdict), status, house.language),
    rulings: round.rulings.map((ruling) =>
      rulingSentence(ruling, hasFallen(ruling, round, verdict), house),
    ),
  }
}

function hasFallen(ruling: Ruling, { outcome }: Round, verdict: Verdict): boolean {
  const stance = (outcome?.stances ?? verdict.stances)[ruling.on]
  return ruling.objection !== null && (stance === undefined || !isOnStance(ruling, stance))
}
