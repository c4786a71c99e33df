import {
  type Chapter,
  type CrossTarget,
  type Edition,
  type FlowNode,
  type Measure,
  measuresOf,
  type Note,
  type NoteCall,
  rewritten,
} from '../edition/edition.ts'

/**
 * A short edition. Chapters lose their question, introduction and notes; pages about the whole
 * programme are removed. `keep` shortens a measure (proposal), or returns null to remove it.
 */
export function leaflet(edition: Edition, keep: (measure: Measure) => Measure | null): Edition {
  const kept = withMeasures(edition, keep)
  const titleOnly = { question: '', introduction: [], notes: [] }
  return repairEdition({
    ...kept,
    chapters: kept.chapters.map((chapter) => ({ ...chapter, ...titleOnly })),
    collectives: [],
    changes: null,
    fallen: [],
    overview: null,
  })
}

/** Replaces each measure, or removes it if `keep` returns null. Removes empty chapters too. */
export function withMeasures(
  edition: Edition,
  keep: (measure: Measure) => Measure | null,
): Edition {
  const chapters = edition.chapters.flatMap((chapter) => {
    const measures = chapter.measures.flatMap((measure) => keep(measure) ?? [])
    return measures.length === 0 ? [] : [{ ...chapter, measures }]
  })
  return { ...edition, chapters }
}

/** Adds an unnumbered opening chapter. `id` is changed if another chapter has the same id. */
export function withOpeningChapter(
  edition: Edition,
  id: string,
  title: string,
  introduction: readonly FlowNode[],
): Edition {
  const taken = new Set(edition.chapters.map((chapter) => chapter.id))
  let free = id
  while (taken.has(free)) free += '-0'
  const opening = { id: free, number: 0, title, question: '', introduction, whole: '' }
  return { ...edition, chapters: [{ ...opening, notes: [], measures: [] }, ...edition.chapters] }
}

/** Keeps the facts and sections that members decide on, without amendments and history. */
export function consentedText(measure: Measure): Measure {
  return {
    ...measure,
    facts: measure.facts.filter(({ id }) => NORMATIVE.has(id)),
    sections: measure.sections.filter(({ normative }) => normative),
    amendments: [],
    history: [],
  }
}

const NORMATIVE: ReadonlySet<string> = new Set(['horizon', 'scale', 'action', 'requires'])

/**
 * Repairs an edition after parts were removed: drops uncalled notes and uncited works. Links to
 * unprinted parts become plain text.
 */
export function repairEdition(edition: Edition): Edition {
  const targetOf = printedTargets(edition)
  // The numbers of the measures that cite each work; 0 means an introduction.
  const cited = new Map<string, Set<number>>()
  const repairFor = (measure: number) => (target: CrossTarget) => {
    if (target.kind === 'work')
      cited.set(target.id, (cited.get(target.id) ?? new Set()).add(measure))
    return targetOf(target)
  }
  const chapters = edition.chapters.map((chapter): Chapter => {
    const { flows, notes } = repaired([chapter.introduction], chapter.notes, repairFor(0))
    const measures = chapter.measures.map((measure): Measure => {
      const { sections, number } = measure
      const own = repaired(
        sections.map(({ nodes }) => nodes),
        measure.notes,
        repairFor(number),
      )
      return {
        ...measure,
        sections: sections.map((section, index) => ({ ...section, nodes: own.flows[index] ?? [] })),
        notes: own.notes,
      }
    })
    return { ...chapter, introduction: flows[0] ?? [], notes, measures }
  })
  const bibliography = edition.bibliography.flatMap((work) => {
    const measures = cited.get(work.id)
    return measures === undefined
      ? []
      : [{ ...work, citedIn: work.citedIn.filter((measure) => measures.has(measure)) }]
  })
  const whole = { ...edition, chapters, bibliography }
  return { ...whole, examples: edition.examples && mentionsExamples(whole) }
}

/**
 * Returns a function that replaces an unprinted section by its measure. The function returns null
 * for a target that is not printed at all.
 */
function printedTargets({ chapters }: Edition): (target: CrossTarget) => CrossTarget | null {
  const printed = new Set(
    chapters.flatMap(({ id, measures }) => [
      `chapter ${id}`,
      ...measures.flatMap((measure) => [
        `measure ${measure.id}`,
        ...measure.sections.map((section) => `section ${measure.id} ${section.id}`),
      ]),
    ]),
  )
  return (target) => {
    const { kind, id } = target
    if (kind === 'work') return target
    if (kind !== 'section') return printed.has(`${kind} ${id}`) ? target : null
    if (printed.has(`section ${id} ${target.section}`)) return target
    return printed.has(`measure ${id}`) ? { kind: 'measure', id } : null
  }
}

// True when fictional members may be named in the parts that remain.
function mentionsExamples(edition: Edition) {
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

/** Keeps only the notes that the texts still call, and numbers them in order of first call. */
function repaired(
  flows: readonly (readonly FlowNode[])[],
  notes: readonly Note[],
  targetOf: (target: CrossTarget) => CrossTarget | null,
): { readonly flows: readonly FlowNode[][]; readonly notes: readonly Note[] } {
  const called = new Map<string, Note & { calls: number }>()
  const counted = (call: NoteCall): NoteCall[] => {
    const written = notes.find(({ id }) => id === call.note)
    if (written === undefined) return []
    const note = called.get(call.note) ?? { ...written, number: called.size + 1, calls: 0 }
    called.set(call.note, note)
    note.calls++
    return [{ ...call, number: note.number, call: note.calls }]
  }
  const repair = (nodes: readonly FlowNode[]) =>
    rewritten(nodes, (node) => {
      if (node.type === 'noteCall') return counted(node)
      if (node.type !== 'crossReference') return null
      const target = targetOf(node.target)
      return target === null ? node.children : [{ ...node, target }]
    })
  const printed = flows.map(repair)
  return {
    flows: printed,
    notes: [...called.values()].map((note) => ({ ...note, nodes: repair(note.nodes) })),
  }
}
