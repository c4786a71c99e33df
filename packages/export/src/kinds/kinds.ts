import type { Language } from '@cahier/core'
import type { Edition, SelectedKind, Selection } from '../edition/edition.ts'
import { brochure } from './brochure.ts'
import { charter } from './charter.ts'
import { dissent } from './dissent.ts'
import { dossier } from './dossier.ts'
import { tribune } from './tribune.ts'

/**
 * A kind of publication: its default formats, and how it reduces the selected edition. Proposals
 * keep their numbers.
 */
interface PublicationKind {
  readonly formats: readonly string[]
  readonly shape: (edition: Edition, selection: Selection) => Edition
}

const READABLE = ['html', 'epub', 'odt', 'txt']
const DATA = ['json', 'csv']

export const kinds: Readonly<Record<SelectedKind, PublicationKind>> = {
  programme: { formats: [...READABLE, ...DATA], shape: (edition) => edition },
  dossier: { formats: READABLE, shape: dossier },
  tribune: { formats: READABLE, shape: tribune },
  brochure: { formats: READABLE, shape: brochure },
  charter: { formats: READABLE, shape: charter },
  dissent: { formats: READABLE, shape: dissent },
  data: { formats: DATA, shape: (edition) => edition },
}

/** The name of a kind in options and file names. */
export function kindName(kind: SelectedKind, language: Language): string {
  return kind === 'tribune' && language === 'en' ? 'column' : kind
}
