// `cahier open`: opens a round (a vote) on a fixed text, with a rule and members.

import { planOpening } from '@cahier/consensus'
import { isDay, type Programme } from '@cahier/core'
import { lint } from '@cahier/lint'
import { dayGiven } from '../arguments/day.ts'
import { writtenId } from '../arguments/named-ids.ts'
import {
  flag,
  planOptions,
  requiredOptionText,
  valueOption,
  wrongArguments,
} from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { type Command, inBothLanguages } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan, joinPlans } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL… --closes DAY [--notified [MEMBER=DAY…]]',
  help: {
    fr: 'La règle de décision et la liste des membres sont figées aussi. Le tour dure jusqu’au soir du jour de clôture.',
    en: 'The decision rule and the list of members are frozen too. The round lasts until the end of its closing day.',
  },
  examples: [
    'PROPOSAL --closes 2025-03-22',
    'PROPOSAL --closes 2025-03-22 --notified',
    'PROPOSAL --closes 2025-03-22 --notified COLLECTIVE-a=2025-02-27 COLLECTIVE-b=2025-02-28',
  ],
  options: {
    closes: valueOption(
      'DAY',
      'le dernier jour du tour, par exemple 2025-03-22',
      'the last day of the round, such as 2025-03-22',
    ),
    notified: flag(
      'pour l’accord tacite : tous les membres sont prévenus le jour de l’ouverture, ou seulement ceux que l’on nomme, au jour donné',
      'for lazy consensus: every member is notified on the opening day, or only those named, on the day given',
    ),
    ...planOptions,
  },
  run(invocation) {
    const { positionals, values, day, language, sayError } = invocation
    const ids = [...new Set(positionals.filter((one) => !one.includes('=')).map(writtenId))]
    const notices = positionals.filter((one) => one.includes('='))
    if (ids.length === 0) throw wrongArguments(invocation)
    const closes = requiredOptionText(invocation, 'closes')
    if (notices.length > 0 && values.notified !== true)
      throw new UsageError(
        `« ${notices[0]} » se met après --notified`,
        `“${notices[0]}” comes after --notified`,
      )
    const isForAll = values.notified === true && notices.length === 0
    const request = {
      day: day(),
      closes: dayGiven('--closes', closes),
      notified: isForAll ? ('all' as const) : Object.fromEntries(notices.map(noticeFrom)),
    }
    const programme = openProgramme(invocation)
    const faults = ids.flatMap((id) => {
      const count = errorsIn(programme, id)
      return count === 0 ? [] : [WORDS[language](id, count)]
    })
    for (const sentence of faults) sayError(`${sentence}\n`)
    if (faults.length > 0) return 1
    return applyPlan(joinPlans(ids.map((id) => planOpening(programme, id, request))), invocation)
  },
}

function noticeFrom(written: string): readonly [string, string] {
  const [member = '', day = '', ...more] = written.split('=')
  if (member !== '' && isDay(day) && more.length === 0) return [member, day]
  throw new UsageError(
    `« ${written} » ne dit pas quel jour : écrivez MEMBRE=JOUR, par exemple exemple-a=2025-02-27`,
    `“${written}” does not say which day: write MEMBER=DAY, such as exemple-a=2025-02-27`,
  )
}

// The number of errors in a text: the round would freeze them too.
function errorsIn(programme: Programme, id: string) {
  const path = programme.proposals.find((proposal) => proposal.id === id)?.document.path
  if (path === undefined) return 0
  const findings = lint(programme, { includes: (one) => one === path })
  return findings.filter(({ severity }) => severity === 'error').length
}

const WORDS = inBothLanguages(
  (id: string, errors: number) =>
    `« ${id} » contient ${errors > 1 ? `${errors} erreurs` : 'une erreur'} : lancez « cahier lint » et corrigez avant d’ouvrir le tour.`,
  (id, errors) =>
    `“${id}” has ${errors > 1 ? `${errors} errors` : 'an error'}: run “cahier lint” and correct the text before the round opens.`,
)
