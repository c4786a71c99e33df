import { dayAfter, daysBetween, EMPTY_PLAN, type Plan, type Programme } from '@cahier/core'
import { countRound, finalPeriodStart } from '../counting/count-round.ts'
import { countedAs } from '../counting/count-stances.ts'
import { requireParameter } from '../counting/method.ts'
import { indexStances, judgeStances } from '../counting/stance-index.ts'
import { ruleNeeding } from '../methods/index.ts'
import { tooFewAnswers } from '../methods/rough.ts'
import { withFinalPeriod } from './decisions-file.ts'
import { lastRound } from './last-round.ts'
import { votableDigest } from './plan-closing.ts'
import { refusedRound, roundFinding } from './round-messages.ts'

/** Plans to record the day when the final period (for last objections) of a vote began. */
export function planFinalPeriod(programme: Programme, id: string, day: string): Plan {
  const path = `decisions/${id}.yaml`
  const refuse = refusedRound.bind(null, path)
  const found = lastRound(programme, id)
  if ('refusal' in found) return found.refusal
  const { proposal, decisions, round } = found
  const isOpen = round.outcome === null && round.text === votableDigest(proposal, day)
  if (!isOpen || day < round.opened || day > round.closes) return refuse('noRound', { id })
  const rule = ruleNeeding(round.rule, 'final-period')
  if (rule === null) return refuse('noFinalPeriod', { id })
  const stances = judgeStances(indexStances(programme), id, { text: round.text, day, round })
  const missing = tooFewAnswers(countRound(round, stances), rule)
  if (missing !== null)
    return refusedRound(
      path,
      missing.why === 'answered' ? 'finalAnswered' : 'finalMissing',
      missing.data,
    )
  const objecting = Object.keys(round.electorate).filter(
    (member) => countedAs(round.rulings, member, stances[member]) === 'objection',
  )
  const began = finalPeriodStart(round, rule, stances)
  if (objecting.length > 0 || began === null) return refuse('finalBlocked', { members: objecting })
  const needed = requireParameter(rule['final-period'])
  const [ends, days] = [dayAfter(began, needed), daysBetween(began, round.closes)]
  if (round.finalPeriod?.includes(began) === true) return refuse('finalRunning', { began, ends })
  if (days < needed) return refuse('finalTooShort', { began, closes: round.closes, days, needed })
  const content = withFinalPeriod(decisions.document.text, round.opened, began)
  const data = { began, ends, restarts: rule['new-concern'] === 'restart' ? 'yes' : 'no' }
  return {
    ...EMPTY_PLAN,
    files: [{ path, content, replaces: true }],
    findings: [roundFinding(path, 'info', 'finalBegan', data)],
  }
}
