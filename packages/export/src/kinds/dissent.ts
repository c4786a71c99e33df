import type { Measure } from '../edition/measure.ts'
import { consentedText, leaflet, type PublicationKind, READABLE_FORMATS } from './kind.ts'

/** Only disputed measures: reservations and objections in full, rulings, disputed text. */
export const dissent: PublicationKind = {
  kind: 'dissent',
  formats: READABLE_FORMATS,
  shape: (edition) =>
    leaflet(edition, (measure) => (isDisputed(measure) ? consentedText(measure) : null)),
}

function isDisputed({ dissent, decision }: Measure): boolean {
  return dissent.length > 0 || (decision?.rulings ?? []).length > 0
}
