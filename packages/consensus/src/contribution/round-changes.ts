import { FILE_START, type Finding, type Programme } from '@cahier/core'
import { finalPeriodStart } from '../counting/final-period.ts'
import { roundPointer } from '../counting/rounds.ts'
import { indexStances, judgeStances } from '../counting/stance-index.ts'
import { ruleThatAsks } from '../methods/index.ts'
import { votableText } from '../rounds/plan-closing.ts'

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
      if (isOld || outcome?.result !== 'void' || votableText(proposal, outcome.closed) !== text)
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

/**
 * Days that a contribution writes for the beginning of a final period, and that the answers do not
 * give: such a day holds whatever becomes of the answers, and whoever writes an earlier one cuts
 * short the time that everybody else has.
 */
export function finalPeriods(
  before: Programme,
  now: Programme,
  day: string,
  rule: string,
): readonly Finding[] {
  return now.decisions.flatMap(({ proposal, rounds, document }): Finding[] => {
    // What cannot be read whole is an error of its own.
    if (!document.sound) return []
    const index = rounds.length - 1
    const round = rounds[index]
    const old = before.decisions.find((one) => one.proposal === proposal)?.rounds[index]
    const known = old?.finalPeriod ?? []
    const written = round?.finalPeriod?.slice(known.length).at(-1)
    const asked = round === undefined ? null : ruleThatAsks(round.rule, 'final-period')
    if (round === undefined || written === undefined || asked === null || old?.outcome) return []
    const untold = { ...round, outcome: null, finalPeriod: known }
    const stances = judgeStances(indexStances(now), proposal, {
      text: round.text,
      day,
      round: untold,
    })
    const began = finalPeriodStart(untold, asked, stances)
    if (began === written) return []
    const place =
      document.places[`/rounds/${index}/final-period/${(round.finalPeriod?.length ?? 1) - 1}`]
        ?.value
    const data = { written, began: began ?? '' }
    return [
      {
        rule,
        severity: 'warning',
        message: 'finalPeriodMoved',
        data,
        path: document.path,
        place: place ?? FILE_START,
      },
    ]
  })
}
