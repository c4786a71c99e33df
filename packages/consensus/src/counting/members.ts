import { byId, type Collective, type Electorate, type Programme, type Round } from '@cahier/core'

/** The members on a day, sorted by id: those who have joined and not left. */
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
  const recused = new Set(rulings.filter(({ ruling }) => ruling === 'recused').map(({ on }) => on))
  return Object.keys(electorate).filter((member) => !recused.has(member))
}
