import { type Language, type Severity, typeset } from '@cahier/core'
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
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const families = [...new Set(entries.map(({ id }) => familyOf(id)))]
  const blocks = families.map((family) => {
    const lines = entries
      .filter(({ id }) => familyOf(id) === family)
      .map(({ id, severity, switchable, fixable, summary }) => {
        const head = `  ${id}  ${[paint(words.levels[severity], COLOURS[severity], terminal), ...(switchable ? [] : [words.always]), ...(fixable ? ['--fix'] : [])].join(', ')}`
        return `${head}\n${wrap(`      ${typeset(summary[language], language)}`, terminal.width, '      ')}`
      })
    return [paint(family, 'bold', terminal), ...lines].join('\n')
  })
  return `${[...blocks, wrap(typeset(words.more(entries.length), language), terminal.width)].join('\n\n')}\n`
}

function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
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

/** One rule of `cahier rules`: `schemas/report-rules.schema.json`. */
interface RuleEntry {
  readonly id: string
  readonly severity: Severity
  /** The first sentence of its page. */
  readonly summary: { readonly fr: string; readonly en: string }
  /** Whether its level can be set, and a comment can silence it. */
  readonly switchable: boolean
  /** Whether `--fix` fixes some of its findings. */
  readonly fixable: boolean
  /** Its highest level in a draft proposal. */
  readonly inDraft: Severity | 'off'
  /** Whether it also checks Markdown outside a programme. */
  readonly loose: boolean
  /** The languages that it checks; empty for all. */
  readonly languages: readonly string[]
}

export async function ruleEntries(): Promise<readonly RuleEntry[]> {
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
