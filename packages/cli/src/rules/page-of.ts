import { readFile } from 'node:fs/promises'
import { pageAddress } from '@cahier/lint/page-address'

/** The Markdown page of a rule, in both languages. @throws when there is no such rule. */
export function pageOf(id: string): Promise<string> {
  return readFile(pageAddress(id), 'utf8')
}
