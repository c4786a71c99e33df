import type { Severity } from '@cahier/core'
import { fixingRules, looseRules, rules } from '@cahier/lint'
import { openingOf } from './opening-of.ts'
import { pageOf } from './page-of.ts'

/** One rule of `cahier rules`: `schemas/report-rules.schema.json`. */
export interface RuleEntry {
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
