import type { Nodes } from 'mdast'
import type { Rule, RuleContext } from './rule.ts'

/**
 * Shows each node of a tree to the rules that look at nodes of its type, all of them in one walk.
 */
export function checkNodes(
  node: Nodes,
  looking: readonly { readonly rule: Rule; readonly context: RuleContext }[],
): void {
  for (const { rule, context } of looking)
    (rule.nodes?.[node.type] as ((node: Nodes, context: RuleContext) => void) | undefined)?.(
      node,
      context,
    )
  if ('children' in node) for (const child of node.children) checkNodes(child, looking)
}
