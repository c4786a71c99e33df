import type { Edition } from '../edition/edition.ts'
import { leaflet } from './reduce-edition.ts'

/** An opinion column: the summary of each proposal, without reservations or objections. */
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
