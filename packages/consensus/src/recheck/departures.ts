import { FILE_START, type Finding, type Programme } from '@cahier/core'

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
