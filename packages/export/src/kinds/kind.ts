import type { Edition, FlowNode, Measure, Selection } from '../edition/edition.ts'
import { trimmed } from './trimmed.ts'

/** Reduces the selected edition to a kind of publication. Proposals keep their numbers. */
export type EditionShape = (edition: Edition, selection: Selection) => Edition

/**
 * A short edition: axes keep only titles, and `keep` reduces or removes each measure. Pages about
 * the whole programme are removed.
 */
export function leaflet(edition: Edition, keep: (measure: Measure) => Measure | null): Edition {
  const kept = withMeasures(edition, keep)
  const titleOnly = { question: '', introduction: [], notes: [] }
  return trimmed({
    ...kept,
    chapters: kept.chapters.map((chapter) => ({ ...chapter, ...titleOnly })),
    collectives: [],
    changes: null,
    fallen: [],
    overview: null,
  })
}

/** Replaces each measure; removes those that `keep` makes null, then empty chapters. */
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

/** Adds an unnumbered opening chapter. `id` is changed if an axis has it. */
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
