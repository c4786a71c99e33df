import type { ListItem, Nodes } from 'mdast'

/**
 * Writes the boxes of a list of tasks (`- [ ] Call`, `- [x] Write`) as forges draw them, in place.
 * As letters, an `x` turned round its item in a text that is read from right to left.
 */
export function drawBoxes(node: Nodes): void {
  if (node.type === 'listItem') drawBox(node)
  if ('children' in node) for (const child of node.children) drawBoxes(child)
}

function drawBox({ children: [said] }: ListItem): void {
  const [first, second] = said?.type === 'paragraph' ? said.children : []
  if (first?.type !== 'text') return
  const [sign, mark] = /^\[([ xX])\][ \t]+/.exec(first.value) ?? []
  const words = first.value.slice(sign?.length)
  if (sign !== undefined && (words !== '' || second !== undefined))
    first.value = `${mark === ' ' ? '☐' : '☑'}\u00A0${words}`
}
