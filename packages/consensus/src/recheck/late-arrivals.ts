import { FILE_START, type Finding, type Programme, type Stance } from '@cahier/core'

/**
 * Stances that a contribution brings after the last day of a round that is still to be closed, and that bear a day of that round: dates that people
 * write can be forged, and the day on which a contribution is looked at cannot.
 */
export function lateArrivals(before: Programme, now: Programme, day: string, rule: string): readonly Finding[] {
  const over = new Map(
    now.decisions.flatMap(({ proposal, rounds }) => {
      const last = rounds.at(-1)
      return last !== undefined && last.outcome === null && last.closes < day ? [[proposal, last] as const] : []
    }),
  )
  return now.positions.flatMap(({ document, stances }) => {
    const old = before.positions.find((one) => one.document.path === document.path)?.stances ?? []
    return stances.flatMap((stance): Finding[] => {
      const round = over.get(stance.proposal)
      const isNew = stance.stance !== null && !old.some((one) => isSame(one, stance))
      if (round === undefined || !isNew || stance.text !== round.text || stance.date > round.closes) return []
      const place = document.places[`/positions/${stance.proposal}/date`]?.value ?? FILE_START
      const data = { date: stance.date, closes: round.closes }
      return [{ rule, severity: 'warning', message: 'arrivedLate', data, path: document.path, place }]
    })
  })
}

function isSame(one: Stance, other: Stance): boolean {
  return one.proposal === other.proposal && one.stance === other.stance && one.date === other.date && one.text === other.text
}
