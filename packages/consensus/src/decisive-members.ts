import { byId, type Result, type Round, type VerdictStance } from '@cahier/core'
import { countRound } from './count-round.ts'
import { countedAs } from './count-stances.ts'
import { decide } from './methods/index.ts'
import { isAdopted } from './status-of.ts'

/** A member without whose stance a round would have come out otherwise, and how. */
export interface Decisive {
  readonly member: string
  readonly without: Exclude<Result, 'void'>
}

/**
 * Who tipped a round: each member who, by saying nothing, would have had it adopted, or not
 * adopted. One way not to be adopted is as good as another.
 */
export function decisiveMembers(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  until: string,
): readonly Decisive[] {
  const came = decide(countRound(round, stances, until), round.rule).result
  return Object.keys(round.electorate).flatMap((member) => {
    if (countedAs(round.rulings, member, stances[member]) === 'silent') return []
    const others = byId(Object.entries(stances).filter(([one]) => one !== member))
    const without = decide(countRound(round, others, until), round.rule).result
    return isAdopted(without) === isAdopted(came) ? [] : [{ member, without }]
  })
}
