import type { Finding, MessageData, Positions, Programme, Round, Stance } from '@cahier/core'
import { isSameStanceContent } from '../counting/count-stances.ts'
import { positionsAt } from '../find-by-id.ts'
import { contributionFinding } from './contribution-messages.ts'
import { roundPairs } from './round-pairs.ts'

/** Findings on stances (votes) added or removed after a round ended, but dated before its end. */
export function lateArrivals(before: Programme, now: Programme, day: string): readonly Finding[] {
  const over = roundsOver(before, now, day)
  return now.positions.flatMap((file) => {
    const old = positionsAt(before, file.document.path)?.stances ?? []
    const arrived = file.stances.flatMap((stance) => {
      const round = over.get(stance.proposal)
      if (round === undefined || !isInTime(stance, round)) return []
      const isOld = ({ proposal }: Stance) => proposal === stance.proposal
      if (isSameStanceContent(old.find(isOld), stance)) return []
      return [lateFinding(file, stance, 'arrivedLate', { date: stance.date, closes: round.closes })]
    })
    const withdrawn = old.flatMap((stance) => {
      const { proposal, date } = stance
      const round = over.get(proposal)
      if (round === undefined || !file.document.sound || !isInTime(stance, round)) return []
      const isReplaced = file.stances.some(
        (one) => one.proposal === proposal && isInTime(one, round),
      )
      if (isReplaced || isSameStanceContent(round.outcome?.stances[file.collective], stance))
        return []
      const data = { proposal, date, closes: round.closes }
      return [lateFinding(file, stance, 'withdrawnLate', data)]
    })
    return [...arrived, ...withdrawn]
  })
}

function roundsOver(before: Programme, now: Programme, day: string) {
  const over = roundPairs(before, now).filter(
    ({ round, old, isLast }) =>
      isLast && (round.outcome === null || old?.outcome === null) && round.closes < day,
  )
  return new Map(over.map(({ proposal, round }) => [proposal, round]))
}

function isInTime(stance: Stance, round: Round) {
  return stance.text === round.text && stance.date <= round.closes
}

function lateFinding(
  { document }: Positions,
  { proposal }: Stance,
  message: 'arrivedLate' | 'withdrawnLate',
  data: MessageData,
) {
  const field = `/positions/${proposal}/date`
  const finding = contributionFinding(document, field, message, data, 'warning')
  const list = document.places['/positions']?.key
  return document.places[field] || !list ? finding : { ...finding, place: list }
}

/** Findings on members who leave before the end of an open round and lose their stance in it. */
export function departures(before: Programme, now: Programme): readonly Finding[] {
  return now.collectives.flatMap(({ id, left, document }) => {
    if (left === '' || before.collectives.some((one) => one.id === id && one.left === left))
      return []
    const proposals = before.decisions.flatMap(({ proposal, rounds }) => {
      const last = rounds.at(-1)
      const isCounted =
        last?.outcome === null &&
        Object.hasOwn(last.electorate, id) &&
        left <= last.closes &&
        hasStance(before, id, proposal)
      return isCounted ? [proposal] : []
    })
    if (proposals.length === 0) return []
    const data = { member: id, left, proposals }
    return [contributionFinding(document, '/left', 'leftMidway', data, 'warning')]
  })
}

function hasStance({ positions }: Programme, member: string, proposal: string) {
  return positions.some(
    ({ collective, stances }) =>
      collective === member && stances.some((one) => one.proposal === proposal),
  )
}

/** Findings on joining days of members, changed together with the start or end of a round. */
export function joiningChanges(before: Programme, now: Programme): readonly Finding[] {
  const opensOrCloses = roundPairs(before, now).some(
    ({ round, old }) => old === undefined || (round.outcome !== null && old.outcome === null),
  )
  if (!opensOrCloses) return []
  const ids = [...new Set([...now.collectives, ...before.collectives].map(({ id }) => id))].sort()
  return ids.flatMap((id) => {
    const [old, current] = [before, now].map(({ collectives }) =>
      collectives.find((one) => one.id === id),
    )
    const document = current?.document ?? { path: `collectives/${id}.yaml`, places: {} }
    if ((old?.joined ?? '') === (current?.joined ?? '') || current?.document.sound === false)
      return []
    return [contributionFinding(document, '/joined', 'membersAndRounds', { member: id })]
  })
}
