import type { Edition } from '../edition/edition.ts'
import { consentedText, leaflet } from './kind.ts'

/** Only disputed measures: reservations and objections in full, rulings, disputed text. */
export function dissent(edition: Edition): Edition {
  return leaflet(edition, (measure) =>
    measure.dissent.length > 0 || (measure.decision?.rulings ?? []).length > 0
      ? consentedText(measure)
      : null,
  )
}
