import type { Element } from 'hast'
import { h } from 'hastscript'
import { blockId, type Page } from './page.ts'

/**
 * The printed number of a block, `§7.3`, and its mark where it has one; in HTML a link to the block
 * itself, to be copied and sent.
 */
export function blockNumber(number: string, page: Page): Element {
  const content = page.mark ? [`§${number} `, h('i', page.mark)] : `§${number}`
  return page.dialect === 'html'
    ? h('a', { className: ['no'], href: `#${blockId(number)}` }, content)
    : h('span', { className: ['no'] }, content)
}

/**
 * The number and a space that keeps it apart where nothing is styled; nothing for a block without a
 * number.
 */
export function numberBefore(number: string | undefined, page: Page): (Element | string)[] {
  return number ? [blockNumber(number, page), ' '] : []
}

/** The `id` of a numbered block, to be spread in its properties. */
export function idOf(number: string | undefined): { id?: string } {
  return number ? { id: blockId(number) } : {}
}
