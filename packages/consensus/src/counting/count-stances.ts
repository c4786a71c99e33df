import {
  byId,
  type Collective,
  type Electorate,
  isOnStance,
  type JudgedStance,
  type Programme,
  type Round,
  type Ruling,
  type Stance,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'
import type { Count } from './method.ts'

/** How a member's stance counts. `ruled` is an objection ruled inadmissible or overruled. */
export type CountedAs = StanceKind | 'ruled' | 'silent'

/**
 * The number of counted stances of each kind, without recused (excluded) members. An objection set
 * aside by a ruling counts as a reservation.
 */
export function countStances(
  round: Pick<Round, 'electorate' | 'rulings'>,
  stances: Verdict['stances'],
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

/** True when two stances have the same kind, day and text. */
export function isSameStanceContent(one: Answer | undefined, other: Answer): boolean {
  return one?.stance === other.stance && one.date === other.date && one.text === other.text
}

type Answer = Pick<Stance, 'stance' | 'date' | 'text'>

export function isRecused(rulings: readonly Ruling[], member: string): boolean {
  return rulings.some(({ on, ruling }) => on === member && ruling === 'recused')
}

/** The members on a day: those who have joined and not left. */
export function membersOn(programme: Programme, day: string): readonly Collective[] {
  return programme.collectives.filter(
    ({ joined, left }) => joined !== '' && joined <= day && (left === '' || left > day),
  )
}

/** The members on a day with their weights: 1 unless `weighs`, null when a weight is invalid. */
export function electorateOn(programme: Programme, day: string, weighs: boolean): Electorate {
  const whole = (weight: number | null) =>
    Number.isSafeInteger(weight) && Number(weight) > 0 ? weight : null
  return byId(membersOn(programme, day).map(({ id, weight }) => [id, weighs ? whole(weight) : 1]))
}

/** The ids of the members of a round, except those recused (excluded) by a ruling. */
export function membersCounted({
  electorate,
  rulings,
}: Pick<Round, 'electorate' | 'rulings'>): readonly string[] {
  return Object.keys(electorate).filter((member) => !isRecused(rulings, member))
}
