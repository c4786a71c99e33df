import type { Edition } from '../edition/edition.ts'
import { leaflet } from './reduce-edition.ts'

/** Only the summary of each proposal, without the reservations of collectives. */
export function tribune(edition: Edition): Edition {
  return leaflet(edition, (measure) => ({
    ...measure,
    facts: [],
    requests: [],
    sections: [],
    notes: [],
    dissent: [],
    decision: null,
    amendments: [],
    history: [],
  }))
}
