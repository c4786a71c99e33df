import type { Round, Ruling, Tally, VerdictStance } from '@cahier/core'
import type { Count } from './method.ts'

/** The stances of a round that count, as one count: rulings applied (overruled and inadmissible objections no longer block, the recused leave). */
export function countStances(round: Pick<Round, 'electorate' | 'rulings'>, stances: Readonly<Record<string, VerdictStance>>): Count {
  const members = Object.keys(round.electorate).filter((member) => !isRuled(round.rulings, member, 'recused', stances[member]))
  const kinds = members.map((member) => kindOf(round.rulings, member, stances[member]))
  const number = (kind: string) => kinds.filter((one) => one === kind).length
  return { members: members.length, consents: number('consent'), reservations: number('reservation'), objections: number('objection'), abstentions: number('abstention') }
}

/** The same as people read it, silence included. */
export function tallyOf({ members, consents, reservations, objections, abstentions }: Count): Tally {
  const silent = members - consents - reservations - objections - abstentions
  return { electorate: members, consent: consents, reservation: reservations, objection: objections, abstention: abstentions, silent }
}

// An objection ruled inadmissible becomes a reservation, never nothing; an overruled one is answered and does not block.
function kindOf(rulings: readonly Ruling[], member: string, stance: VerdictStance | undefined): string {
  if (stance === undefined || !stance.counted) return 'silent'
  if (stance.stance !== 'objection') return stance.stance
  const ruled = isRuled(rulings, member, 'inadmissible', stance) || isRuled(rulings, member, 'overruled', stance)
  return ruled ? 'reservation' : 'objection'
}

// A ruling dies when the member objects anew.
function isRuled(rulings: readonly Ruling[], member: string, kind: Ruling['ruling'], stance: VerdictStance | undefined): boolean {
  return rulings.some(({ on, ruling, objection }) => on === member && ruling === kind && (objection === null || (objection.date === stance?.date && objection.text === stance.text)))
}
