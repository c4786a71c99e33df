import type { Edition } from '../edition/edition.ts'
import { type Chapter, measuresOf } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import {
  type CrossTarget,
  type FlowNode,
  type InlineNode,
  type Note,
  type NoteCall,
  rewritten,
} from '../edition/nodes.ts'

/**
 * Repairs an edition after parts were removed: drops uncalled notes and uncited works. Links to
 * unprinted parts become words.
 */
export function trimmed(edition: Edition): Edition {
  const chapters = withTexts(edition.chapters, renumberedNotes)
  const cited = citedWorks(chapters)
  const bibliography = edition.bibliography
    .filter(({ id }) => cited.has(id))
    .map((work) => ({
      ...work,
      citedIn: work.citedIn.filter((measure) => cited.get(work.id)?.has(measure)),
    }))
  const whole = { ...edition, chapters, bibliography }
  return {
    ...whole,
    chapters: withoutDeadLinks(whole),
    examples: edition.examples && mentionsExamples(whole),
  }
}

/** The text of a chapter or measure: one flow for each section, and the notes. */
interface TextAndNotes {
  readonly flows: readonly (readonly FlowNode[])[]
  readonly notes: readonly Note[]
}

function withTexts(
  chapters: readonly Chapter[],
  change: (text: TextAndNotes) => TextAndNotes,
): readonly Chapter[] {
  return chapters.map((chapter) => {
    const own = change({ flows: [chapter.introduction], notes: chapter.notes })
    const measures = chapter.measures.map((measure): Measure => {
      const { sections } = measure
      const { flows, notes } = change({
        flows: sections.map(({ nodes }) => nodes),
        notes: measure.notes,
      })
      return {
        ...measure,
        sections: sections.map((section, index) => ({ ...section, nodes: flows[index] ?? [] })),
        notes,
      }
    })
    return { ...chapter, introduction: own.flows[0] ?? [], notes: own.notes, measures }
  })
}

// True when fictional members may be named in the parts that remain.
function mentionsExamples(edition: Edition): boolean {
  return (
    edition.collectives.some(({ example }) => example) ||
    measuresOf(edition).some(
      ({ facts, dissent, decision, history, amendments }) =>
        facts.some(({ id }) => id === 'authors') ||
        dissent.some(({ example }) => example) ||
        (decision?.rulings ?? []).length > 0 ||
        history.length > 0 ||
        amendments.length > 0,
    )
  )
}

/** The cited works with the numbers of the citing measures; 0 means an introduction. */
function citedWorks(chapters: readonly Chapter[]): ReadonlyMap<string, ReadonlySet<number>> {
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
    for (const { number, sections, notes } of measures)
      for (const { nodes } of [...sections, ...notes]) visit(nodes, number)
  }
  return cited
}

/** Keeps called notes, numbered from 1 in order of first call. */
function renumberedNotes({ flows, notes }: TextAndNotes): TextAndNotes {
  const known = new Map(notes.map((note) => [note.id, note]))
  const called = new Map<string, { readonly number: number; calls: number }>()
  const count = (call: NoteCall): NoteCall[] => {
    if (!known.has(call.note)) return []
    const note = called.get(call.note) ?? { number: called.size + 1, calls: 0 }
    called.set(call.note, note)
    note.calls++
    return [{ ...call, number: note.number, call: note.calls }]
  }
  const counted = flows.map((flow) =>
    rewritten(flow, (node) => (node.type === 'noteCall' ? count(node) : null)),
  )
  const kept = [...called].map(([id, { number, calls }]) => ({
    ...(known.get(id) as Note),
    number,
    calls,
  }))
  return { flows: counted, notes: kept }
}

/** A link to an unprinted section leads to its measure, or else becomes words. */
function withoutDeadLinks(edition: Edition): readonly Chapter[] {
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
  const printedTarget = (target: CrossTarget): CrossTarget | null => {
    if (target.kind !== 'section') return printed[target.kind].has(target.id) ? target : null
    if (printed.section.has(`${target.id} ${target.section}`)) return target
    return printed.measure.has(target.id) ? { kind: 'measure', id: target.id } : null
  }
  const repair = (nodes: readonly FlowNode[]): FlowNode[] =>
    rewritten(nodes, (node) => {
      if (node.type !== 'crossReference') return null
      const target = printedTarget(node.target)
      return target === null ? node.children : [{ ...node, target }]
    })
  return withTexts(chapters, ({ flows, notes }) => ({
    flows: flows.map(repair),
    notes: notes.map((note) => ({ ...note, nodes: repair(note.nodes) })),
  }))
}
