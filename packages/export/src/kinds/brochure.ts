import type { Measure, Statement } from '../edition/measure.ts'
import { BROCHURE_PAGES, brochurePages } from './brochure-pages.ts'
import { excerpt, leaflet, type PublicationKind, READABLE_FORMATS } from './kind.ts'

/**
 * A few A5 pages: title, summary and shortened reservations of each measure. Requests, then the
 * consented text, are added if they fit for all measures.
 */
export const brochure: PublicationKind = {
  kind: 'brochure',
  formats: READABLE_FORMATS,
  shape: (edition) => {
    const shaped = DEPTHS.map((depth) => leaflet(edition, (measure) => depth(inShort(measure))))
    const fitting = shaped.find((candidate) => brochurePages(candidate) < BROCHURE_PAGES)
    return fitting ?? shaped.at(-1) ?? edition
  },
}

// Fullest first. One page stays free, since word processors differ from the page estimate.
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
    dissent: measure.dissent.map(statementInShort),
    decision: null,
    amendments: [],
    history: [],
  }
}

function statementInShort(statement: Statement): Statement {
  return { ...statement, argument: excerpt(statement.argument, LONGEST_STATEMENT), liftsIf: '' }
}

/** In characters: about four lines of a brochure. */
const LONGEST_STATEMENT = 220
