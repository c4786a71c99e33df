import {
  type CountedStance,
  isOnStance,
  type Round,
  type Ruling,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'

/** The recorded counts of a closed round, else the current ones. */
export function roundTally(round: Round, verdict: Verdict): Tally {
  const recorded = round.outcome?.stances ?? {}
  return Object.keys(recorded).length === 0 ? verdict.tally : recordedTally(round, recorded)
}

export function recordedTally(
  { electorate, rulings }: Round,
  stances: Readonly<Record<string, CountedStance>>,
): Tally {
  const members = Object.keys(electorate).filter(
    (member) => !rulings.some(({ on, ruling }) => on === member && ruling === 'recused'),
  )
  const kinds = members.map((member) => kindOf(rulings, member, stances[member]))
  const number = (kind: StanceKind | null) => kinds.filter((one) => one === kind).length
  return {
    electorate: members.length,
    consent: number('consent'),
    reservation: number('reservation'),
    objection: number('objection'),
    abstention: number('abstention'),
    silent: number(null),
  }
}

/** The ruling on a stance; `undefined` without one, or if the member objected again since. */
export function rulingAgainst(
  rulings: readonly Ruling[],
  member: string,
  stance: { readonly date: string; readonly text?: string },
): Ruling | undefined {
  return rulings.find((ruling) => ruling.on === member && isOnStance(ruling, stance))
}

// What a stance counts as; `null` for nothing. A stale objection counts, other stale stances do
// not; an objection set aside by a ruling counts as a reservation.
function kindOf(
  rulings: readonly Ruling[],
  member: string,
  stance: CountedStance | undefined,
): StanceKind | null {
  if (stance === undefined || stance.state === 'uncounted') return null
  if (stance.stance !== 'objection') return stance.state === 'fresh' ? stance.stance : null
  return rulingAgainst(rulings, member, stance) === undefined ? 'objection' : 'reservation'
}
