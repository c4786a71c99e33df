import type { Measure, Statement } from '../edition/measure.ts'
import { BROCHURE_PAGES, brochurePages } from './brochure-pages.ts'
import { excerpt, type Kind, leaflet, withMeasures } from './kind.ts'
import { trimmed } from './trimmed.ts'

/**
 * A few A5 pages to pin up: the title and summary of each measure with the reservations in short,
 * then as much more as fits, the same for all: what is asked, then the text that was consented to.
 */
export const brochure: Kind = {
  kind: 'brochure',
  formats: ['html', 'epub', 'odt', 'txt'],
  shape: (edition) => {
    const shaped = DEPTHS.map((depth) =>
      trimmed(leaflet(withMeasures(edition, (measure) => depth(inShort(measure))))),
    )
    return (
      shaped.find((candidate) => brochurePages(candidate) < BROCHURE_PAGES) ??
      shaped.at(-1) ??
      edition
    )
  },
}

// Fullest first. More than the summaries goes in only where a page is left to spare: a length is
// foretold, and each office sets text otherwise.
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

/** Characters: about four lines of a brochure. */
const LONGEST_STATEMENT = 220
