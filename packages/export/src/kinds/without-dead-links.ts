import { type Chapter, measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import type { CrossTarget, FlowNode, Note } from '../edition/nodes.ts'
import { rewritten } from './rewritten.ts'

/**
 * The chapters, with the words alone of each reference to what is not printed; to a section that is
 * not, the reference leads to its measure.
 */
export function withoutDeadLinks(edition: Edition): readonly Chapter[] {
  const { chapters, bibliography } = edition
  const measures = measuresOf(edition)
  const printed: Readonly<Record<CrossTarget['kind'], ReadonlySet<string>>> = {
    chapter: new Set(chapters.map(({ id }) => id)),
    measure: new Set(measures.map(({ id }) => id)),
    work: new Set(bibliography.map(({ id }) => id)),
    section: new Set(
      measures.flatMap(({ id, sections }) => sections.map((section) => `${id} ${section.id}`)),
    ),
  }
  const alive = (target: CrossTarget): CrossTarget | null => {
    if (target.kind !== 'section') return printed[target.kind].has(target.id) ? target : null
    if (printed.section.has(`${target.id} ${target.section}`)) return target
    return printed.measure.has(target.id) ? { kind: 'measure', id: target.id } : null
  }
  const mend = (nodes: readonly FlowNode[]): FlowNode[] =>
    rewritten(nodes, (node) => {
      if (node.type !== 'crossReference') return null
      const target = alive(node.target)
      return target === null ? node.children : [{ ...node, target }]
    })
  const mendNotes = (notes: readonly Note[]): Note[] =>
    notes.map((note) => ({ ...note, nodes: mend(note.nodes) }))
  return chapters.map((chapter) => ({
    ...chapter,
    introduction: mend(chapter.introduction),
    notes: mendNotes(chapter.notes),
    measures: chapter.measures.map((measure) => ({
      ...measure,
      sections: measure.sections.map((section) => ({ ...section, nodes: mend(section.nodes) })),
      notes: mendNotes(measure.notes),
    })),
  }))
}
