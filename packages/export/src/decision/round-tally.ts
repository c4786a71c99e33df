import {
  isOnStance,
  type JudgedStance,
  type Round,
  type Ruling,
  type StanceKind,
  type Tally,
  type Verdict,
} from '@cahier/core'

/** The counts recorded when the round (a consultation) closed, else the current counts. */
export function roundTally(round: Round, verdict: Verdict): Tally {
  const recorded = round.outcome?.stances ?? {}
  return Object.keys(recorded).length === 0 ? verdict.tally : recordedTally(round, recorded)
}

export function recordedTally(
  { electorate, rulings }: Round,
  stances: Readonly<Record<string, JudgedStance>>,
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

/** The ruling on a stance. Undefined without a ruling, or if the member objected again since. */
export function rulingAgainst(
  rulings: readonly Ruling[],
  member: string,
  stance: JudgedStance,
): Ruling | undefined {
  return rulings.find((ruling) => ruling.on === member && isOnStance(ruling, stance))
}

// The kind that a stance is counted as; `null` if it is not counted. Of stances on an earlier text,
// only objections count. An objection set aside by a ruling counts as a reservation.
function kindOf(
  rulings: readonly Ruling[],
  member: string,
  stance: JudgedStance | undefined,
): StanceKind | null {
  if (stance === undefined || stance.state === 'uncounted') return null
  if (stance.stance !== 'objection') return stance.state === 'fresh' ? stance.stance : null
  return rulingAgainst(rulings, member, stance) === undefined ? 'objection' : 'reservation'
}
