import type { Nodes, Root } from 'mdast'
import { endOffset, startOffset } from './tree-places.ts'
import type { SourceEdit } from './words-to-source.ts'

/**
 * The edits that delete the blocks in `gone`, and the lists and quotations that become empty. Each
 * `edit` deletes adjacent blocks (`leaves`). Other blocks keep their indent and markers. Only the
 * new first item of a list takes the deleted marker, so that the list keeps its first number.
 */
export function removals(tree: Root, gone: ReadonlySet<Nodes>, text: string) {
  const found: { readonly leaves: readonly Nodes[]; readonly edit: SourceEdit }[] = []
  const isGone = (node: Nodes): boolean =>
    gone.has(node) ||
    (hasBlocks(node) && node.children.length > 0 && node.children.every((child) => isGone(child)))
  const visit = (parent: Nodes, above: Nodes | undefined): void => {
    if (!hasBlocks(parent)) return
    const children: readonly Nodes[] = parent.children
    for (let at = 0; at < children.length; at++) {
      const from = at
      while (at < children.length && isGone(children[at] as Nodes)) at++
      const run = children.slice(from, at)
      const after = children[at]
      // An item that loses its text but keeps a sublist gives the sublist to the item above it.
      const item =
        from === 0 && parent.type === 'listItem' && after?.type === 'list' ? above : undefined
      if (run.length > 0)
        found.push({
          leaves: run.flatMap((node) => leavesIn(node, gone)),
          edit:
            item === undefined ? dropRun(run, children[from - 1], after, text) : between(item, run),
        })
      if (after !== undefined)
        visit(after, at > 0 && !isGone(children[at - 1] as Nodes) ? children[at - 1] : undefined)
    }
  }
  visit(tree, undefined)
  return found
}

type Holder = Extract<Nodes, { type: 'root' | 'blockquote' | 'list' | 'listItem' }>

function hasBlocks(node: Nodes): node is Holder {
  return ['root', 'blockquote', 'list', 'listItem'].includes(node.type)
}

function leavesIn(node: Nodes, gone: ReadonlySet<Nodes>): readonly Nodes[] {
  if (gone.has(node)) return [node]
  return hasBlocks(node) ? node.children.flatMap((child) => leavesIn(child, gone)) : []
}

function dropRun(
  run: readonly Nodes[],
  before: Nodes | undefined,
  after: Nodes | undefined,
  text: string,
): SourceEdit {
  const [first, last] = [run[0] as Nodes, run.at(-1) as Nodes]
  const [start, end] = [startOffset(first), endOffset(last)]
  if (before === undefined && after === undefined) return { start, end, text: '' }
  if (before === undefined && first.type === 'listItem' && after !== undefined)
    return { start: afterMark(first, text), end: afterMark(after, text), text: '' }
  const isApart =
    after === undefined ||
    first.type === 'listItem' ||
    /\n[\s>]*\n/.test(text.slice(end, startOffset(after)))
  return before !== undefined && isApart
    ? between(before, run)
    : { start, end: after === undefined ? end : startOffset(after), text: '' }
}

function between(before: Nodes, run: readonly Nodes[]): SourceEdit {
  return { start: endOffset(before), end: endOffset(run.at(-1) as Nodes), text: '' }
}

function afterMark(item: Nodes, text: string) {
  const start = startOffset(item)
  return (
    start + (/^(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(text.slice(start, start + 20))?.[0].length ?? 0)
  )
}
