import type { Edition } from '../edition/edition.ts'
import { consentedText, leaflet } from './kind.ts'

/** Keeps only measures with reservations, objections or rulings, in their consented text. */
export function dissent(edition: Edition): Edition {
  return leaflet(edition, (measure) =>
    measure.dissent.length > 0 || (measure.decision?.rulings ?? []).length > 0
      ? consentedText(measure)
      : null,
  )
}
