import type { Chapter } from '../edition/chapter.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'

/**
 * Works that the texts of these chapters and their notes lead to, and the numbers of the measures
 * that do; 0 is an introduction.
 */
export function citedWorks(chapters: readonly Chapter[]): ReadonlyMap<string, ReadonlySet<number>> {
  const cited = new Map<string, Set<number>>()
  const visit = (nodes: readonly (FlowNode | InlineNode)[], measure: number): void => {
    for (const node of nodes) {
      if (node.type === 'crossReference' && node.target.kind === 'work') {
        const { id } = node.target
        cited.set(id, (cited.get(id) ?? new Set()).add(measure))
      }
      if ('children' in node) visit(node.children, measure)
    }
  }
  for (const { introduction, notes, measures } of chapters) {
    visit([...introduction, ...notes.flatMap(({ nodes }) => nodes)], 0)
    for (const { number, sections, notes } of measures) {
      visit(
        [...sections.flatMap(({ nodes }) => nodes), ...notes.flatMap(({ nodes }) => nodes)],
        number,
      )
    }
  }
  return cited
}
