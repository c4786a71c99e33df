import type { SelectedKind, Selection } from '../compose/selection.ts'
import type { Edition } from '../edition/edition.ts'
import type { Fact, Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'

/** A kind of publication: what of the whole edition it keeps. Numbers stay those of the whole. */
export interface Kind {
  readonly kind: SelectedKind
  /** The formats written when none is named. */
  readonly formats: readonly string[]
  /** The edition of all that was selected, brought down to this kind. */
  readonly shape: (edition: Edition, selection: Selection) => Edition
}

/**
 * An edition of few pages: axes bear their titles alone, and what is about the programme as a whole
 * is left to it.
 */
export function leaflet(edition: Edition): Edition {
  const chapters = edition.chapters.map((chapter) => ({
    ...chapter,
    question: '',
    introduction: [],
    notes: [],
  }))
  return { ...edition, chapters, collectives: [], changes: null, fallen: [], overview: null }
}

/**
 * The beginning of a text, word for word, in at most `most` characters: whole sentences if one
 * fits, and « […] » where the rest was.
 */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  if (line.length <= most) return line
  const room = line.slice(0, most - CUT.length)
  const sentences = /^.*[.?!…][”"’)]*(?:[\u00A0\u202F]»)?(?= )/u.exec(room)?.[0]
  return `${sentences ?? room.slice(0, room.lastIndexOf(' ') > 0 ? room.lastIndexOf(' ') : room.length)}${CUT}`
}

const CUT = ' […]'

/**
 * The edition with these measures alone, each as `keep` gives it (`null`: left out); a chapter with
 * none left goes too.
 */
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

/**
 * The edition opened by a chapter that is no axis and bears no number; its id is `id`, or the like
 * when an axis is called so.
 */
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

/**
 * A measure brought down to what members consent to: the text that its normative digest covers,
 * with its notes.
 */
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
