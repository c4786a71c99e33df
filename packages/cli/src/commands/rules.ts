// `cahier rules`: lists the linting rules, or shows the page of one rule.

import { rules } from '@cahier/lint'
import { didYouMean } from '../arguments/did-you-mean.ts'
import { asJson, formatOption, wrongArguments } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { nearRule } from '../lint/lint-run.ts'
import { pageOf } from '../rules/page-of.ts'
import { pageInWords } from '../rules/rule-page.ts'
import { ruleEntries, rulesTable } from '../rules/rules-table.ts'

export const command: Command = {
  usage: '[RULE]',
  help: {
    fr: 'Les règles de relecture, leur niveau, et ce que l’on peut en faire. Avec le nom d’une règle, sa page : ce qu’elle demande, ce qu’elle ne voit pas, et des exemples.',
    en: 'The linting rules, their levels, and what can be done about them. With the name of a rule, its page: what it asks, what it does not see, and examples.',
  },
  examples: ['', 'typography/ellipsis'],
  runsAnywhere: true,
  options: { format: formatOption() },
  async run(invocation) {
    const { positionals, values, print, language } = invocation
    const isJson = values.format === 'json'
    const [written, ...more] = positionals
    if (more.length > 0)
      throw wrongArguments(invocation, 'une règle, ou aucune', 'one rule, or none')
    const entries = await ruleEntries()
    if (written === undefined) {
      print(isJson ? asJson({ rules: entries }) : rulesTable(entries, invocation))
      return 0
    }
    const id = ruleNamed(written)
    const page = await pageOf(id)
    print(
      isJson
        ? asJson({ ...entries.find((one) => one.id === id), page })
        : pageInWords(page, language, invocation.terminal),
    )
    return 0
  },
}

// The end of a name is enough when only one rule has it.
function ruleNamed(written: string): string {
  const ids = rules.map(({ id }) => id)
  if (ids.includes(written)) return written
  const ending = ids.filter((id) => id.endsWith(`/${written}`))
  if (ending.length === 1) return ending[0] as string
  const { fr, en } = didYouMean(nearRule(written))
  throw new UsageError(
    `aucune règle « ${written} »${fr} (cahier rules les donne toutes)`,
    `no rule “${written}”${en} (cahier rules lists them all)`,
  )
}
