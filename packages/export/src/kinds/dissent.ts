import type { Edition } from '../edition/edition.ts'
import { consentedText, leaflet } from './reduce-edition.ts'

/**
 * Keeps measures (proposals) with reservations, objections or rulings, reduced to the text voted
 * on.
 */
export function dissent(edition: Edition): Edition {
  return leaflet(edition, (measure) =>
    measure.dissent.length > 0 || (measure.decision?.rulings ?? []).length > 0
      ? consentedText(measure)
      : null,
  )
}
