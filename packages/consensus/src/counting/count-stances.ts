import {
  isOnStance,
  type Round,
  type Ruling,
  type StanceKind,
  type Tally,
  type VerdictStance,
} from '@cahier/core'
import type { Count } from './method.ts'

/** What a member's stance counts as; `ruled` is an objection ruled inadmissible or overruled. */
export type CountedAs = StanceKind | 'ruled' | 'silent'

/**
 * The stances of a round that count, as one count: rulings applied (overruled and inadmissible
 * objections no longer block, the recused leave).
 */
export function countStances(
  round: Pick<Round, 'electorate' | 'rulings'>,
  stances: Readonly<Record<string, VerdictStance>>,
): Count {
  const kinds = membersCounted(round).map((member) =>
    countedAs(round.rulings, member, stances[member]),
  )
  const number = (kind: CountedAs) => kinds.filter((one) => one === kind).length
  const ruled = number('ruled')
  return {
    members: kinds.length,
    consents: number('consent'),
    // An objection ruled inadmissible becomes a reservation, never nothing; an overruled one is
    // answered and does not block.
    reservations: number('reservation') + ruled,
    objections: number('objection'),
    abstentions: number('abstention'),
    ...(ruled > 0 && { ruled }),
  }
}

/** The same as people read it, silence included. */
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

/** The members of a round, less those recused. */
export function membersCounted({
  electorate,
  rulings,
}: Pick<Round, 'electorate' | 'rulings'>): readonly string[] {
  const recused = new Set(rulings.filter(({ ruling }) => ruling === 'recused').map(({ on }) => on))
  return Object.keys(electorate).filter((member) => !recused.has(member))
}

/** What the stance of one member counts as, once rulings are applied. */
export function countedAs(
  rulings: readonly Ruling[],
  member: string,
  stance: VerdictStance | undefined,
): CountedAs {
  if (stance === undefined || !stance.counted) return 'silent'
  return stance.stance === 'objection' && rulingOnStance(rulings, member, stance) !== undefined
    ? 'ruled'
    : stance.stance
}

/** The ruling an objection fell under. */
export function rulingOnStance(
  rulings: readonly Ruling[],
  member: string,
  stance: Pick<VerdictStance, 'date' | 'text'>,
): Ruling | undefined {
  return rulings.find(
    (ruling) => ruling.on === member && ruling.ruling !== 'recused' && isOnStance(ruling, stance),
  )
}
