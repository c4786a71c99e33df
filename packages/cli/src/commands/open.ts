// `cahier open`: opens a round; freezes the text, the decision rule and the members.

import { planOpening } from '@cahier/consensus'
import { isDay, type Programme } from '@cahier/core'
import { lint } from '@cahier/lint'
import { dateOption, dayGiven } from '../arguments/day.ts'
import { writtenId } from '../arguments/named-ids.ts'
import { dryRunOption } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan, joinPlans } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: {
    fr: 'PROPOSITION… --closes JOUR [--notified [MEMBRE=JOUR…]]',
    en: 'PROPOSAL… --closes DAY [--notified [MEMBER=DAY…]]',
  },
  help: {
    fr: 'Ouvre un tour : fige le texte, la règle de décision et la liste des membres. Il dure jusqu’au soir du jour de clôture.',
    en: 'Opens a round: freezes the text, the decision rule and the list of members. It lasts until the end of its closing day.',
  },
  examples: [
    {
      fr: 'cahier open guichet-humain --closes 2025-03-22',
      en: 'cahier open human-counter --closes 2025-03-22',
    },
    {
      fr: 'cahier open guichet-humain --closes 2025-03-22 --notified',
      en: 'cahier open human-counter --closes 2025-03-22 --notified',
    },
    {
      fr: 'cahier open guichet-humain --closes 2025-03-22 --notified exemple-a=2025-02-27 exemple-b=2025-02-28',
      en: 'cahier open human-counter --closes 2025-03-22 --notified example-a=2025-02-27 example-b=2025-02-28',
    },
  ],
  options: {
    closes: {
      type: 'string',
      value: { fr: 'JOUR', en: 'DAY' },
      help: { fr: 'le dernier jour du tour', en: 'the last day of the round' },
    },
    notified: {
      type: 'boolean',
      help: {
        fr: 'pour l’accord tacite : tous les membres sont prévenus le jour de l’ouverture, ou seulement ceux que l’on nomme, au jour donné',
        en: 'for lazy consensus: every member is notified on the opening day, or only those named, on the day given',
      },
    },
    date: dateOption,
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day } = invocation
    const { closes } = values
    const ids = [...new Set(positionals.filter((one) => !one.includes('=')).map(writtenId))]
    const notices = positionals.filter((one) => one.includes('='))
    if (ids.length === 0)
      throw new UsageError(
        'cahier open prend au moins une proposition',
        'cahier open takes at least one proposal',
      )
    if (typeof closes !== 'string')
      throw new UsageError(
        'jusqu’à quand ? Ajoutez --closes et le dernier jour, par exemple --closes 2025-03-22',
        'until when? Add --closes and the last day, such as --closes 2025-03-22',
      )
    if (notices.length > 0 && values.notified !== true)
      throw new UsageError(
        `« ${notices[0]} » se met après --notified`,
        `“${notices[0]}” comes after --notified`,
      )
    const last = dayGiven('--closes', closes)
    const notified =
      values.notified !== true
        ? {}
        : notices.length === 0
          ? 'all'
          : Object.fromEntries(notices.map(noticeFrom))
    const programme = openProgramme(invocation)
    const faulty = ids.flatMap((id) => faultsOf(programme, id, invocation))
    for (const sentence of faulty) invocation.sayError(`${sentence}\n`)
    if (faulty.length > 0) return 1
    return applyPlan(
      joinPlans(
        ids.map((id) => planOpening(programme, id, { day: day(), closes: last, notified })),
      ),
      invocation,
    )
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

// Faults in the text would be frozen with it.
function faultsOf(programme: Programme, id: string, { language }: Invocation): readonly string[] {
  const path = programme.proposals.find((proposal) => proposal.id === id)?.document.path
  const errors =
    path === undefined
      ? []
      : lint(programme, { includes: (one) => one === path }).filter(
          ({ severity }) => severity === 'error',
        )
  if (errors.length === 0) return []
  return language === 'fr'
    ? [
        `« ${id} » contient ${errors.length > 1 ? `${errors.length} erreurs` : 'une erreur'} : lancez « cahier lint » et corrigez avant d’ouvrir le tour.`,
      ]
    : [
        `“${id}” has ${errors.length > 1 ? `${errors.length} errors` : 'an error'}: run “cahier lint” and correct the text before the round opens.`,
      ]
}
