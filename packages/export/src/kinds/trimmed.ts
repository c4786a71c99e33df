import { type Chapter, measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import { citedWorks } from './cited-works.ts'
import { renumberedNotes } from './renumbered-notes.ts'
import { withoutDeadLinks } from './without-dead-links.ts'

/**
 * An edition out of which something was taken, made whole again: notes that nothing calls any more
 * go and the others are counted anew, works that nothing cites any more leave the bibliography, and
 * references to what is not printed are words.
 */
export function trimmed(edition: Edition): Edition {
  const chapters = edition.chapters.map((chapter) => ({
    ...withNotes(chapter),
    measures: chapter.measures.map(measureWithNotes),
  }))
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
    examples: edition.examples && speaks(whole),
  }
}

function withNotes(chapter: Chapter): Chapter {
  const { flows, notes } = renumberedNotes([chapter.introduction], chapter.notes)
  return { ...chapter, introduction: flows[0] ?? [], notes }
}

function measureWithNotes(measure: Measure): Measure {
  const { flows, notes } = renumberedNotes(
    measure.sections.map(({ nodes }) => nodes),
    measure.notes,
  )
  return {
    ...measure,
    sections: measure.sections.map((section, index) => ({ ...section, nodes: flows[index] ?? [] })),
    notes,
  }
}

// Where an example may still be named: as an author, in a ruling, in the life of a measure, or with
// its own words.
function speaks(edition: Edition): boolean {
  return (
    edition.collectives.some(({ example }) => example) ||
    measuresOf(edition).some(
      ({ facts, dissent, decision, life, amendments }) =>
        facts.some(({ id }) => id === 'authors') ||
        dissent.some(({ example }) => example) ||
        (decision?.rulings ?? []).length > 0 ||
        life.length > 0 ||
        amendments.length > 0,
    )
  )
}
