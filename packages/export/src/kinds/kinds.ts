import type { Language } from '@cahier/core'
import type { SelectedKind } from '../edition/selection.ts'
import { brochure } from './brochure.ts'
import { charter } from './charter.ts'
import { dissent } from './dissent.ts'
import { dossier } from './dossier.ts'
import type { PublicationKind } from './kind.ts'
import { tribune } from './tribune.ts'

/** All kinds of publication, by kind. */
export const kinds: Readonly<Record<SelectedKind, PublicationKind>> = {
  programme: {
    kind: 'programme',
    formats: ['html', 'epub', 'odt', 'txt', 'json', 'csv'],
    shape: (edition) => edition,
  },
  dossier,
  tribune,
  brochure,
  charter,
  dissent,
  data: { kind: 'data', formats: ['json', 'csv'], shape: (edition) => edition },
}

/** The name of a kind in options and file names. */
export function kindName(kind: SelectedKind, language: Language): string {
  return kind === 'tribune' && language === 'en' ? 'column' : kind
}
