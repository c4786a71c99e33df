import { byId } from '@cahier/core'
import { printedStances, stanceLabelOf } from '../decision/printed-stances.ts'
import type { Member } from '../edition/member.ts'
import type { SelectedProposal } from '../edition/selection.ts'
import type { ProgrammeContext } from '../print/context.ts'

/** The members who have a stance on one of the measures, or may give one. */
export function composeMembers(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): readonly Member[] {
  const spoken = entries.map((entry) => [entry.proposal.id, printedStances(entry)] as const)
  const speakers = new Set([
    ...entries.flatMap(({ verdict }) => verdict?.electorate ?? []),
    ...spoken.flatMap(([, stances]) => [...stances.keys()]),
  ])
  const asked = entries.map(({ proposal, round, verdict }) => ({
    id: proposal.id,
    members: round === null ? (verdict?.electorate ?? []) : Object.keys(round.electorate),
  }))
  const known = context.programme.collectives.map(({ id }) => id).filter((id) => speakers.has(id))
  const others = [...speakers].filter((id) => !known.includes(id)).sort()
  return [...known, ...others].map((id) => ({
    id,
    ...context.names(id),
    stances: byId(
      spoken.flatMap(([measure, stances]) => {
        const printed = stances.get(id)
        if (printed === undefined) return []
        const { stance, stale, date } = printed
        const label = stanceLabelOf(printed, context)
        return [[measure, { stance, label, stale, date }] as const]
      }),
    ),
    unasked: asked.flatMap(({ id: measure, members }) => (members.includes(id) ? [] : [measure])),
  }))
}
