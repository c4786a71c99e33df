import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { rewritten } from '../kinds/rewritten.ts'

/**
 * Blocks whose struck-out words say so: without it, plain text would read them as words that stand.
 */
export function struckInWords(
  nodes: readonly FlowNode[],
  { words, language }: Edition,
): FlowNode[] {
  return rewritten(nodes, (node) => {
    if (node.type !== 'delete') return null
    return [
      { type: 'text', value: `[${labelled(words.struckOut, language)} ` },
      ...node.children,
      { type: 'text', value: ']' },
    ]
  })
}
