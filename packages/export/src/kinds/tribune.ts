import type { Measure } from '../edition/measure.ts'
import { leaflet, type PublicationKind, READABLE_FORMATS } from './kind.ts'

/** Only the summary of each proposal, without the reservations of collectives. */
export const tribune: PublicationKind = {
  kind: 'tribune',
  formats: READABLE_FORMATS,
  shape: (edition) => leaflet(edition, summaryOf),
}

function summaryOf(measure: Measure): Measure {
  return {
    ...measure,
    facts: [],
    requests: [],
    sections: [],
    notes: [],
    dissent: [],
    decision: null,
    amendments: [],
    history: [],
  }
}
