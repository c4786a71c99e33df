import { byId, type Collective, type Electorate, type Programme } from '@cahier/core'

/** The members of a day: those who have joined and not left, by id. */
export function membersOn(programme: Programme, day: string): readonly Collective[] {
  return programme.collectives.filter(
    ({ joined, left }) => joined !== '' && joined <= day && (left === '' || left > day),
  )
}

/**
 * The electorate a round opened that day would freeze: a member without a weight, in whole numbers,
 * counts one, unless the rule weighs.
 */
export function electorateOn(programme: Programme, day: string, weighs: boolean): Electorate {
  const whole = (weight: number | null) =>
    Number.isSafeInteger(weight) && Number(weight) > 0 ? weight : null
  return byId(membersOn(programme, day).map(({ id, weight }) => [id, weighs ? whole(weight) : 1]))
}
