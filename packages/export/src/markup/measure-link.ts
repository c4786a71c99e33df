import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Page } from './page.ts'

/**
 * Words that lead to a proposal by its id, where this edition prints it; the words alone elsewhere.
 */
export function measureLink(id: string, words: string, page: Page): Element | string {
  const href = page.hrefOf({ kind: 'measure', id })
  return href === null ? words : h('a', { href }, words)
}
