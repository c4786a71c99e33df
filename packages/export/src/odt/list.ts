import type { List, ListItem } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'

/**
 * Writes a list; `blocks` writes an item in a paragraph style. ODF allows no table in a list: the
 * list ends, and continues after the table.
 */
export function listElements(
  node: List,
  blocks: (item: ListItem, paragraphStyle: string) => readonly Element[],
): Element[] {
  const paragraphStyle = node.ordered ? 'List_20_Number' : 'List_20_Bullet'
  const out: Element[] = []
  let items: Element[] = []
  const close = (): void => {
    if (items.length > 0) out.push(listElement(node, items, out.length > 0))
    items = []
  }
  node.children.forEach((item, index) => {
    let content: Element[] = []
    let broken = false
    const shut = (): void => {
      if (content.length > 0)
        items.push(broken ? x('text:list-header', content) : listItem(node, index, content))
      content = []
    }
    for (const block of blocks(item, paragraphStyle)) {
      if (!isTable(block)) content.push(block)
      else {
        shut()
        close()
        out.push(block)
        broken = true
      }
    }
    shut()
  })
  close()
  return out
}

function listElement(node: List, items: Element[], continues: boolean): Element {
  const style = node.ordered ? 'Cahier_20_Numbers' : 'Cahier_20_Bullets'
  return x(
    'text:list',
    { 'text:style-name': style, 'text:continue-numbering': continues ? 'true' : undefined },
    items,
  )
}

function listItem({ ordered, start }: List, index: number, content: Element[]): Element {
  const begins = ordered && index === 0 && start !== null && start !== undefined && start !== 1
  return x('text:list-item', { 'text:start-value': begins ? start : undefined }, content)
}

// The caption line before a table counts as a table.
function isTable({ name, attributes }: Element): boolean {
  return name === 'table:table' || attributes['text:style-name'] === 'Table'
}
