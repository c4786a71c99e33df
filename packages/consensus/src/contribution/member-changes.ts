import {
  FILE_START,
  type Finding,
  type MessageData,
  type Positions,
  type Programme,
  type Round,
  type Stance,
} from '@cahier/core'

/**
 * Stances that a contribution brings, or takes away, after the last day of a round that was still
 * to be closed, and that bear a day of that round: dates that people write can be forged, and the
 * day on which a contribution is looked at cannot. That it closes the round as well changes
 * nothing.
 */
export function lateArrivals(
  before: Programme,
  now: Programme,
  day: string,
  rule: string,
): readonly Finding[] {
  const over = roundsOver(before, now, day)
  const tell = (
    { document }: Positions,
    stance: Stance,
    message: string,
    data: MessageData,
  ): Finding => {
    const place =
      document.places[`/positions/${stance.proposal}/date`]?.value ??
      document.places['/positions']?.key ??
      FILE_START
    return { rule, severity: 'warning', message, data, path: document.path, place }
  }
  return now.positions.flatMap((file): Finding[] => {
    const old =
      before.positions.find((one) => one.document.path === file.document.path)?.stances ?? []
    const isInTime = (stance: Stance, round: Round) =>
      stance.stance !== null && stance.text === round.text && stance.date <= round.closes
    const arrived = file.stances.flatMap((stance) => {
      const round = over.get(stance.proposal)
      if (
        round === undefined ||
        !isInTime(stance, round) ||
        old.some((one) => isSameStance(one, stance))
      )
        return []
      return [tell(file, stance, 'arrivedLate', { date: stance.date, closes: round.closes })]
    })
    const gone = old.flatMap((stance) => {
      const round = over.get(stance.proposal)
      if (round === undefined || !file.document.sound || !isInTime(stance, round)) return []
      // What is said in its place on a later day, or of another text, does not count for this
      // round.
      const isSaid = file.stances.some(
        (one) => one.proposal === stance.proposal && isInTime(one, round),
      )
      if (isSaid || isCounted(stance, file.collective, round)) return []
      return [
        tell(file, stance, 'withdrawnLate', {
          proposal: stance.proposal,
          date: stance.date,
          closes: round.closes,
        }),
      ]
    })
    return [...arrived, ...gone]
  })
}

/**
 * The rounds that are over on a day, by their proposal, and that have no outcome, or had none
 * before.
 */
function roundsOver(before: Programme, now: Programme, day: string): ReadonlyMap<string, Round> {
  return new Map(
    now.decisions.flatMap(({ proposal, rounds }) => {
      const last = rounds.at(-1)
      const old = before.decisions.find((one) => one.proposal === proposal)?.rounds[
        rounds.length - 1
      ]
      const isToClose = last?.outcome === null || old?.outcome === null
      return last !== undefined && isToClose && last.closes < day ? [[proposal, last] as const] : []
    }),
  )
}

function isCounted({ stance, date, text }: Stance, member: string, { outcome }: Round): boolean {
  const counted = outcome?.stances[member]
  return (
    counted !== undefined &&
    counted.stance === stance &&
    counted.date === date &&
    counted.text === text
  )
}

function isSameStance(one: Stance, other: Stance): boolean {
  return (
    one.proposal === other.proposal &&
    one.stance === other.stance &&
    one.date === other.date &&
    one.text === other.text
  )
}

/**
 * Members whom a contribution makes leave before the end of a round that was open, and in which
 * they had spoken: their voice falls, though nobody touched their positions file.
 */
export function departures(before: Programme, now: Programme, rule: string): readonly Finding[] {
  return now.collectives.flatMap(({ id, left, document }): Finding[] => {
    if (left === '' || before.collectives.some((one) => one.id === id && one.left === left))
      return []
    const proposals = before.decisions.flatMap(({ proposal, rounds }) => {
      const last = rounds.at(-1)
      const isHeard =
        last?.outcome === null &&
        Object.hasOwn(last.electorate, id) &&
        left <= last.closes &&
        hasSpoken(before, id, proposal)
      return isHeard ? [proposal] : []
    })
    if (proposals.length === 0) return []
    const place = document.places['/left']?.value ?? FILE_START
    return [
      {
        rule,
        severity: 'warning',
        message: 'leftMidway',
        data: { member: id, left, proposals },
        path: document.path,
        place,
      },
    ]
  })
}

function hasSpoken({ positions }: Programme, member: string, proposal: string): boolean {
  return positions.some(
    ({ collective, stances }) =>
      collective === member &&
      stances.some((one) => one.proposal === proposal && one.stance !== null),
  )
}

/**
 * Members whom a contribution makes join, or join on another day, while it opens or closes a round:
 * who opens a round must not choose who may speak in it, and who closes one must not either.
 */
export function membersApart(before: Programme, now: Programme, rule: string): readonly Finding[] {
  if (!opensOrCloses(before, now)) return []
  const ids = [...new Set([...now.collectives, ...before.collectives].map(({ id }) => id))].sort()
  return ids.flatMap((id): Finding[] => {
    const [then, today] = [before, now].map(({ collectives }) =>
      collectives.find((one) => one.id === id),
    )
    const document = today?.document
    if ((then?.joined ?? '') === (today?.joined ?? '') || document?.sound === false) return []
    const place = document?.places['/joined']?.value ?? FILE_START
    const path = `collectives/${id}.yaml`
    return [
      { rule, severity: 'error', message: 'membersAndRounds', data: { member: id }, path, place },
    ]
  })
}

function opensOrCloses(before: Programme, now: Programme): boolean {
  return now.decisions.some(({ proposal, rounds }) => {
    const old = before.decisions.find((one) => one.proposal === proposal)?.rounds ?? []
    return rounds.some(
      ({ outcome }, index) =>
        old[index] === undefined || (outcome !== null && old[index].outcome === null),
    )
  })
}
