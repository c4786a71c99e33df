import type { Edition, Measure } from '../edition/edition.ts'
import { BROCHURE_PAGES, brochurePages } from './brochure-pages.ts'
import { leaflet } from './reduce-edition.ts'

/**
 * A few A5 pages: title, summary and shortened reservations of each measure (proposal). Requests,
 * then the consented text, are added if they fit for all measures.
 */
export function brochure(edition: Edition): Edition {
  const shaped = DEPTHS.map((depth) => leaflet(edition, (measure) => depth(inShort(measure))))
  // One page stays free, because word processors may need more pages than the estimate.
  const fitting = shaped.find((candidate) => brochurePages(candidate) < BROCHURE_PAGES)
  return fitting ?? shaped.at(-1) ?? edition
}

// From the fullest to the shortest.
const DEPTHS: readonly ((measure: Measure) => Measure)[] = [
  (measure) => measure,
  (measure) => ({ ...measure, sections: [] }),
  (measure) => ({ ...measure, sections: [], requests: [] }),
]

function inShort(measure: Measure): Measure {
  return {
    ...measure,
    facts: [],
    sections: measure.sections.filter(({ normative }) => normative),
    dissent: measure.dissent.map((statement) => ({
      ...statement,
      argument: excerpt(statement.argument, LONGEST_STATEMENT),
      liftsIf: '',
    })),
    decision: null,
    amendments: [],
    history: [],
  }
}

/** In characters: about four lines of a brochure. */
const LONGEST_STATEMENT = 220

/** The text, cut to `most` characters with « […] » if longer, after a sentence if possible. */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  if (line.length <= most) return line
  const room = line.slice(0, most - CUT.length)
  const sentences = /^.*[.?!…][”"’)]*(?:[\u00A0\u202F]»)?(?= )/u.exec(room)?.[0]
  return (sentences ?? room.replace(/(?<=.) [^ ]*$/, '')) + CUT
}

const CUT = ' […]'
