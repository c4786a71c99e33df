import type { Edition } from '../edition/edition.ts'
import type { Fact, Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'
import type { SelectedKind, Selection } from '../edition/selection.ts'
import { trimmed } from './trimmed.ts'

/** A kind of publication prints a part of the edition. Proposals keep their numbers. */
export interface PublicationKind {
  readonly kind: SelectedKind
  readonly formats: readonly string[]
  /** Reduces the selected edition to this kind. */
  readonly shape: (edition: Edition, selection: Selection) => Edition
}

/** The formats to read, without data formats. */
export const READABLE_FORMATS: readonly string[] = ['html', 'epub', 'odt', 'txt']

/**
 * A short edition: axes keep only titles, and `keep` reduces or removes each measure. Pages about
 * the whole programme are removed.
 */
export function leaflet(edition: Edition, keep: (measure: Measure) => Measure | null): Edition {
  const kept = withMeasures(edition, keep)
  const chapters = kept.chapters.map((chapter) => ({
    ...chapter,
    question: '',
    introduction: [],
    notes: [],
  }))
  return trimmed({
    ...kept,
    chapters,
    collectives: [],
    changes: null,
    fallen: [],
    overview: null,
  })
}

/** The text, cut to `most` characters with « […] » if longer, after a sentence if possible. */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  if (line.length <= most) return line
  const room = line.slice(0, most - CUT.length)
  const sentences = /^.*[.?!…][”"’)]*(?:[\u00A0\u202F]»)?(?= )/u.exec(room)?.[0]
  return (sentences ?? room.replace(/(?<=.) [^ ]*$/, '')) + CUT
}

const CUT = ' […]'

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
  const opening = {
    id: free,
    number: 0,
    title,
    question: '',
    introduction,
    notes: [],
    measures: [],
    whole: '',
  }
  return { ...edition, chapters: [opening, ...edition.chapters] }
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

const NORMATIVE: ReadonlySet<Fact['id']> = new Set<Fact['id']>([
  'horizon',
  'scale',
  'action',
  'requires',
])
