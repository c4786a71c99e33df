import { type Plan, sentenceOf } from '@cahier/core'
import { isRefused } from '@cahier/consensus'
import { catalogue } from './catalogue.ts'
import type { ExitCode, Invocation } from './command.ts'
import { shownPath } from './report-findings.ts'
import { writePlan } from './write-plan.ts'

/** Says why a plan is refused, or shows it (`--dry-run`), or writes it and says what was written. */
export function applyPlan(plan: Plan, invocation: Invocation): ExitCode {
  const { language, print, printError, values, folder } = invocation
  for (const finding of plan.findings) {
    const sentence = sentenceOf(finding, catalogue, language)
    printError(`${shownPath(finding.path, invocation)} : ${sentence}.\n`.replace(' : ', language === 'fr' ? ' : ' : ': '))
  }
  if (isRefused(plan)) return 1
  const dry = values['dry-run'] === true
  if (dry) {
    for (const { path, content } of plan.files) print(`${WORDS[language].would} ${shownPath(path, invocation)}\n${typeof content === 'string' ? indented(content) : ''}`)
    for (const path of plan.removals) print(`${WORDS[language].wouldRemove} ${shownPath(path, invocation)}\n`)
    return 0
  }
  for (const path of writePlan(folder, plan)) print(`${WORDS[language].written} ${shownPath(path, invocation)}\n`)
  return 0
}

function indented(content: string): string {
  return content.replace(/^(?=.)/gm, '    ').replace(/\n?$/, '\n')
}

const WORDS = {
  fr: { would: 'serait écrit :', wouldRemove: 'serait enlevé :', written: 'écrit :' },
  en: { would: 'would be written:', wouldRemove: 'would be removed:', written: 'written:' },
} as const
