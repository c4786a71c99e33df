import type { Finding, Programme } from '@cahier/core'
import { roundPointer } from '../counting/rounds.ts'
import { decisionsOn } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { recordFinding } from './record-messages.ts'

/** Findings on rounds (votes) that ended before `day`, but whose outcome is dated after `day`. */
export function outcomesAhead(programme: Programme, day: string): readonly Finding[] {
  return outcomesDatedAfter(programme, day).filter(({ data }) => (data.closes ?? '') < day)
}

/** Findings on proposals whose last round has an outcome dated after `day`. */
export function outcomesDatedAfter({ decisions }: Programme, day: string): readonly Finding[] {
  return decisions.flatMap(({ document, proposal, rounds }) => {
    const round = rounds.at(-1)
    if (
      !document.sound ||
      round === undefined ||
      round.outcome === null ||
      round.outcome.closed <= day
    )
      return []
    const data = {
      id: proposal,
      opened: round.opened,
      closes: round.closes,
      closed: round.outcome.closed,
    }
    const field = `${roundPointer(document, round)}/outcome/closed`
    return [recordFinding(document, field, 'closedAhead', data, 'warning')]
  })
}

/**
 * The programme `before`, without the outcomes dated after `day` that `now` changes or removes. The
 * copies kept with these outcomes are left out too.
 */
export function withoutRetractedOutcomes(
  before: Programme,
  now: Programme,
  day: string,
): Programme {
  const folders: string[] = []
  const decisions = before.decisions.map((old) => {
    const round = old.rounds.at(-1)
    const again = decisionsOn(now, old.proposal)?.rounds[old.rounds.length - 1]
    if (
      !round?.outcome ||
      round.outcome.closed <= day ||
      again === undefined ||
      isSameValue(round.outcome, again.outcome)
    )
      return old
    folders.push(`decisions/${old.proposal}/${round.opened}/positions/`)
    return { ...old, rounds: [...old.rounds.slice(0, -1), { ...round, outcome: null }] }
  })
  if (folders.length === 0) return before
  const stays = ({ path }: { readonly path: string }) =>
    !folders.some((folder) => path.startsWith(folder))
  return {
    ...before,
    decisions,
    records: before.records.filter(stays),
    signatures: before.signatures.filter(stays),
  }
}
