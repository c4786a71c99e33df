import type { Measure } from '../edition/measure.ts'
import { consentedText, leaflet, type PublicationKind, withMeasures } from './kind.ts'
import { trimmed } from './trimmed.ts'

/** Reservations and objections, word for word, with the rulings and the disputed text. */
export const dissent: PublicationKind = {
  kind: 'dissent',
  formats: ['html', 'epub', 'odt', 'txt'],
  shape: (edition) =>
    trimmed(
      leaflet(
        withMeasures(edition, (measure) => (isDisputed(measure) ? consentedText(measure) : null)),
      ),
    ),
}

function isDisputed({ dissent, decision }: Measure): boolean {
  return dissent.length > 0 || (decision?.rulings ?? []).length > 0
}
