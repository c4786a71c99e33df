import {
  isOnStance,
  type JudgedStance,
  type Round,
  type Ruling,
  type StanceKind,
  type Tally,
} from '@cahier/core'
import { membersCounted } from './members.ts'
import type { Count } from './method.ts'

/** How a member's stance counts. `ruled` is an objection ruled inadmissible or overruled. */
export type CountedAs = StanceKind | 'ruled' | 'silent'

/**
 * The number of counted stances of each kind, without recused (excluded) members. An objection set
 * aside by a ruling counts as a reservation.
 */
export function countStances(
  round: Pick<Round, 'electorate' | 'rulings'>,
  stances: Readonly<Record<string, JudgedStance>>,
): Count {
  const kinds = membersCounted(round).map((member) =>
    countedAs(round.rulings, member, stances[member]),
  )
  const number = (kind: CountedAs) => kinds.filter((one) => one === kind).length
  const ruled = number('ruled')
  return {
    members: kinds.length,
    consents: number('consent'),
    reservations: number('reservation') + ruled,
    objections: number('objection'),
    abstentions: number('abstention'),
    ...(ruled > 0 && { ruled }),
  }
}

/** The count under the names used in reports, with the number of silent members. */
export function tallyOf({
  members,
  consents,
  reservations,
  objections,
  abstentions,
}: Count): Tally {
  const silent = members - consents - reservations - objections - abstentions
  return {
    electorate: members,
    consent: consents,
    reservation: reservations,
    objection: objections,
    abstention: abstentions,
    silent,
  }
}

export function countedAs(
  rulings: readonly Ruling[],
  member: string,
  stance: JudgedStance | undefined,
): CountedAs {
  if (stance === undefined || !stance.counted) return 'silent'
  return stance.stance === 'objection' && rulingOnStance(rulings, member, stance) !== undefined
    ? 'ruled'
    : stance.stance
}

export function rulingOnStance(
  rulings: readonly Ruling[],
  member: string,
  stance: Pick<JudgedStance, 'date' | 'text'>,
): Ruling | undefined {
  return rulings.find(
    (ruling) => ruling.on === member && ruling.ruling !== 'recused' && isOnStance(ruling, stance),
  )
}
