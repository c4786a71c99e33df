import { FILE_START, type Finding, type Programme } from '@cahier/core'
import { textThatStands } from '../acts/plan-closing.ts'
import { roundPointer } from './round-pointer.ts'

/**
 * Rounds that a contribution records as void though their text is the current one: nothing but a
 * text that moved makes a round fall, and one that was put back has not moved.
 */
export function needlessVoids(before: Programme, now: Programme, rule: string): readonly Finding[] {
  return now.decisions.flatMap(({ proposal: id, rounds, document }): Finding[] => {
    const proposal = now.proposals.find((one) => one.id === id)
    const known = before.decisions.find((one) => one.proposal === id)?.rounds ?? []
    if (!document.sound || proposal === undefined) return []
    return rounds.flatMap((round): Finding[] => {
      const { opened, outcome, text } = round
      const isOld = known.some((one) => one.opened === opened && one.outcome !== null)
      if (isOld || outcome?.result !== 'void' || textThatStands(proposal, outcome.closed) !== text)
        return []
      const place =
        document.places[`${roundPointer(document, round)}/outcome/result`]?.value ?? FILE_START
      const data = { opened, copies: `decisions/${id}/${opened}/positions/` }
      return [
        { rule, severity: 'error', message: 'needlessVoid', data, path: document.path, place },
      ]
    })
  })
}
