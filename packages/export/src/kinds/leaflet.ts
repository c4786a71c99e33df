import type { Edition } from '../edition/edition.ts'

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
