import { type Language, typeset } from '@cahier/core'
import { fixingRules, looseRules, rules } from '@cahier/lint'
import type { Invocation } from '../command.ts'
import { COLOURS } from '../reports/report.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { pageOf } from './page-of.ts'
import { openingOf } from './rule-page.ts'

/** A list of the rules by family, with the name, level and summary of each. */
export function rulesTable(
  entries: readonly RuleEntry[],
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const families = new Set(entries.map(({ id }) => id.replace(/\/.*/, '')))
  const blocks = [...families].map((family) => {
    const lines = entries
      .filter(({ id }) => id.startsWith(`${family}/`))
      .map(({ id, severity, switchable, fixable, summary }) => {
        const head = `  ${id}  ${[paint(words.levels[severity], COLOURS[severity], terminal), ...(switchable ? [] : [words.always]), ...(fixable ? ['--fix'] : [])].join(', ')}`
        return `${head}\n${wrap(`      ${typeset(summary[language], language)}`, terminal.width, '      ')}`
      })
    return [paint(family, 'bold', terminal), ...lines].join('\n')
  })
  return `${[...blocks, wrap(typeset(words.more(entries.length), language), terminal.width)].join('\n\n')}\n`
}

const WORDS = {
  fr: {
    levels: { error: 'erreur', warning: 'attention', info: 'remarque' },
    always: 'toujours active',
    more: (count: number) =>
      `${count} règles. « cahier rules RÈGLE » montre la page de l’une d’elles. Une règle qui n’est pas « toujours active » se règle dans programme.yaml (lint, lint-paths) ou par un commentaire : voir « cahier rules linting/switch ». --fix : la règle sait corriger une partie de ce qu’elle trouve, et n’en fait alors qu’une remarque.`,
  },
  en: {
    levels: { error: 'error', warning: 'warning', info: 'remark' },
    always: 'always on',
    more: (count: number) =>
      `${count} rules. “cahier rules RULE” shows the page of one. Those that are not “always on” are set in programme.yaml (lint, lint-paths) or by a comment: see “cahier rules linting/switch”. --fix: the rule can fix some of what it finds, which is then no more than a remark.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>

type RuleEntry = Awaited<ReturnType<typeof ruleEntries>>[number]

/** The rules in the JSON report (schemas/report-rules.schema.json). */
export async function ruleEntries() {
  return Promise.all(
    rules.map(async (rule) => ({
      id: rule.id,
      severity: rule.severity,
      summary: openingOf(await pageOf(rule.id)),
      switchable: !rule.alwaysOn,
      fixable: fixingRules.has(rule.id),
      inDraft: rule.inDraft ?? rule.severity,
      loose: looseRules.includes(rule),
      languages: rule.languages ?? [],
    })),
  )
}
