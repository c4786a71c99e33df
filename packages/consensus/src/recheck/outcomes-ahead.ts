import { FILE_START, type Finding, type Programme } from '@cahier/core'
import { RECORD_RULE } from './record-messages.ts'
import { roundPointer } from './round-pointer.ts'

/** Rounds that are over, and whose outcome a clock that was ahead dated in the future: until that day they are open to everyone, and nobody can close them. */
export function outcomesAhead(programme: Programme, day: string): readonly Finding[] {
  return datedAhead(programme, day).filter(({ data }) => (data.closes ?? '') < day)
}

/** All outcomes that are dated after a day. */
export function datedAhead({ decisions }: Programme, day: string): readonly Finding[] {
  return decisions.flatMap(({ document, proposal, rounds }) => {
    const round = rounds.at(-1)
    if (!document.sound || round === undefined || round.outcome === null || round.outcome.closed <= day) return []
    const data = { id: proposal, opened: round.opened, closes: round.closes, closed: round.outcome.closed }
    const place = document.places[`${roundPointer(document, round)}/outcome/closed`]?.value ?? FILE_START
    return [{ rule: RECORD_RULE, severity: 'warning', message: 'closedAhead', data, path: document.path, place }]
  })
}
