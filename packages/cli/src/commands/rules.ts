// `cahier rules`: lists the linting rules, or shows the page of one rule.

import { type Language, typeset } from '@cahier/core'
import { looseRules, rules } from '@cahier/lint'
import { didYouMean } from '../arguments/did-you-mean.ts'
import { asJson, formatOption, wrongArguments } from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command, Invocation } from '../command.ts'
import { nearRule } from '../lint/lint-request.ts'
import { severityLabel } from '../reports/report.ts'
import { pageOf } from '../rules/page-of.ts'
import { openingOf, pageInWords } from '../rules/rule-page.ts'
import { paint, wrap } from '../terminal/terminal.ts'

export const command: Command = {
  usage: '[RULE]',
  help: {
    fr: 'Leur niveau, et ce que l’on peut en faire. Avec le nom d’une règle : ce qu’elle demande, ce qu’elle ne voit pas, et des exemples.',
    en: 'Their levels, and what can be done about them. With the name of a rule: what it asks, what it does not see, and examples.',
  },
  examples: ['', 'typography/ellipsis'],
  runsAnywhere: true,
  options: { format: formatOption() },
  async run(invocation) {
    const { positionals, values, print, language } = invocation
    const isJson = values.format === 'json'
    const [written, ...more] = positionals
    if (more.length > 0) throw wrongArguments(invocation)
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

// The short name `ellipsis` is enough for `typography/ellipsis` if it means only one rule.
function ruleNamed(written: string) {
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

function rulesTable(entries: readonly RuleEntry[], invocation: Invocation): string {
  const { language, terminal } = invocation
  const words = WORDS[language]
  const families = new Set(entries.map(({ id }) => id.replace(/\/.*/, '')))
  const blocks = [...families].map((family) => {
    const lines = entries
      .filter(({ id }) => id.startsWith(`${family}/`))
      .map(({ id, severity, switchable, fixable, summary }) => {
        const head = `  ${id}  ${[severityLabel(severity, invocation), ...(switchable ? [] : [words.always]), ...(fixable ? ['--fix'] : [])].join(', ')}`
        return `${head}\n${wrap(`      ${typeset(summary[language], language)}`, terminal.width, '      ')}`
      })
    return [paint(family, 'bold', terminal), ...lines].join('\n')
  })
  return `${[...blocks, wrap(typeset(words.more(entries.length), language), terminal.width)].join('\n\n')}\n`
}

const WORDS = {
  fr: {
    always: 'toujours active',
    more: (count: number) =>
      `${count} règles. « cahier rules RÈGLE » montre la page de l’une d’elles. Une règle qui n’est pas « toujours active » se règle dans programme.yaml (lint, lint-paths) ou par un commentaire : voir « cahier rules linting/switch ». --fix : la règle sait corriger une partie de ce qu’elle trouve, et n’en fait alors qu’une remarque.`,
  },
  en: {
    always: 'always on',
    more: (count: number) =>
      `${count} rules. “cahier rules RULE” shows the page of one. Those that are not “always on” are set in programme.yaml (lint, lint-paths) or by a comment: see “cahier rules linting/switch”. --fix: the rule can fix some of what it finds, which is then no more than a remark.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>

type RuleEntry = Awaited<ReturnType<typeof ruleEntries>>[number]

/** The rules in the JSON report (schemas/report-rules.schema.json). */
async function ruleEntries() {
  return Promise.all(
    rules.map(async (rule) => ({
      id: rule.id,
      severity: rule.severity,
      summary: openingOf(await pageOf(rule.id)),
      switchable: !rule.alwaysOn,
      fixable: rule.fixes ?? false,
      inDraft: rule.inDraft ?? rule.severity,
      loose: looseRules.includes(rule),
      languages: rule.languages ?? [],
    })),
  )
}
