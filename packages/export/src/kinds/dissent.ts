import type { Measure } from '../edition/measure.ts'
import { consentedText } from './consented-text.ts'
import type { Kind } from './kind.ts'
import { leaflet } from './leaflet.ts'
import { trimmed } from './trimmed.ts'
import { withMeasures } from './with-measures.ts'

/**
 * Reservations and objections word for word, what was ruled on them, and the text they are about.
 */
export const dissent: Kind = {
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
