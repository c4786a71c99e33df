import { readFile } from 'node:fs/promises'
import { rulePageUrl } from '@cahier/lint/rule-page-url'

/** The Markdown page of a rule, in both languages. @throws when there is no such rule. */
export function pageOf(id: string): Promise<string> {
  return readFile(rulePageUrl(id), 'utf8')
}
