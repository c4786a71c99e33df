import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Authorship } from './tracked/authorship.ts'
import type { ChangeRegister } from './tracked/change-register.ts'

/**
 * Puts paragraphs after what is written, as one insertion that begins at the end of the last
 * paragraph: refused, it leaves no empty one behind. After a table, which no insertion can begin
 * in, an empty paragraph comes first.
 */
export function insertAfter(
  written: Element[],
  added: readonly Element[],
  by: Authorship,
  changes: ChangeRegister,
): void {
  const to = lastParagraph(added)
  if (to === undefined) return
  const { start, end } = changes.insertion(by)
  const from = lastParagraph(written)
  if (from === undefined)
    written.push(x('text:p', { 'text:style-name': 'Text_20_body' }, [...start]))
  else from.children.push(...start)
  to.children.push(end)
  written.push(...added)
}

function lastParagraph(elements: readonly Element[]): Element | undefined {
  const last = elements.at(-1)
  if (last === undefined || last.name === 'text:p' || last.name === 'text:h') return last
  if (!last.name.startsWith('text:list')) return undefined
  return lastParagraph(last.children.filter((child) => child.type === 'element'))
}
