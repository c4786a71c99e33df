import type { Measure } from '../edition/measure.ts'
import { leaflet, type PublicationKind, withMeasures } from './kind.ts'
import { trimmed } from './trimmed.ts'

/** Only the summary of each proposal: the one kind without the reservations of collectives. */
export const tribune: PublicationKind = {
  kind: 'tribune',
  formats: ['html', 'epub', 'odt', 'txt'],
  shape: (edition) => trimmed(leaflet(withMeasures(edition, summaryOf))),
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
