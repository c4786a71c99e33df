import {
  type CountedStance,
  isOnStance,
  type Round,
  type Ruling,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'

/** The counts of a round: as recorded when it closed, else those of the day. */
export function roundTally(round: Round, verdict: Verdict): Tally {
  const recorded = round.outcome?.stances ?? {}
  return Object.keys(recorded).length === 0 ? verdict.tally : recordedTally(round, recorded)
}

/** The counts of a round with the stances it recorded. */
export function recordedTally(
  round: Round,
  stances: Readonly<Record<string, CountedStance>>,
): Tally {
  const recused = (member: string) =>
    round.rulings.some(({ on, ruling }) => on === member && ruling === 'recused')
  const members = Object.keys(round.electorate).filter((member) => !recused(member))
  const kinds = members.map((member) => kindOf(round, member, stances[member]))
  const number = (kind: StanceKind) => kinds.filter((one) => one === kind).length
  const silent = kinds.filter((one) => one === null).length
  return {
    electorate: members.length,
    consent: number('consent'),
    reservation: number('reservation'),
    objection: number('objection'),
    abstention: number('abstention'),
    silent,
  }
}

/**
 * The ruling that a stance fell under; `undefined` when there was none, or when it died because the
 * member objected anew.
 */
export function rulingOn(
  rulings: readonly Ruling[],
  member: string,
  stance: { readonly date: string; readonly text?: string },
): Ruling | undefined {
  return rulings.find((ruling) => ruling.on === member && isOnStance(ruling, stance))
}

// Only what counted: a stale objection stands, other stale stances fell. An objection ruled on no
// longer blocks: it is kept as a reservation.
function kindOf(
  round: Round,
  member: string,
  stance: CountedStance | undefined,
): StanceKind | null {
  if (stance === undefined || stance.state === 'uncounted') return null
  if (stance.stance !== 'objection') return stance.state === 'fresh' ? stance.stance : null
  return rulingOn(round.rulings, member, stance) === undefined ? 'objection' : 'reservation'
}
