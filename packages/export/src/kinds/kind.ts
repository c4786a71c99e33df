import type { SelectedKind, Selection } from '../compose/selection.ts'
import type { Edition } from '../edition/edition.ts'
import type { Fact, Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { trimmed } from './trimmed.ts'

/** A kind of publication: the part of the edition to print. Numbers do not change. */
export interface PublicationKind {
  readonly kind: SelectedKind
  readonly formats: readonly string[]
  /** Reduces the selected edition to this kind. */
  readonly shape: (edition: Edition, selection: Selection) => Edition
}

/** The formats for people, without data. */
export const READABLE_FORMATS: readonly string[] = ['html', 'epub', 'odt', 'txt']

/**
 * A short edition: axes keep their titles only, measures what `keep` returns. Pages on the whole
 * programme are left out.
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

/** The text, or its beginning and « […] » in `most` characters: whole sentences if one fits. */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  if (line.length <= most) return line
  const room = line.slice(0, most - CUT.length)
  const sentences = /^.*[.?!…][”"’)]*(?:[\u00A0\u202F]»)?(?= )/u.exec(room)?.[0]
  return (sentences ?? room.replace(/(?<=.) [^ ]*$/, '')) + CUT
}

const CUT = ' […]'

/** Replaces each measure; removes those replaced by `null`, and empty chapters. */
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

/** Adds an unnumbered opening chapter. Its id is `id`, unless an axis has that. */
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

/** The measure with only the text that members consent to, and its notes. */
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
