import { FILE_START, type Finding, type Programme } from '@cahier/core'

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
