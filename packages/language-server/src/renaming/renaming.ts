import type { Edit, Language } from '@cahier/core'

/**
 * A name changed everywhere: what is written in files, under the names they have now, then the
 * files and folders that move.
 */
export interface Renaming {
  readonly edits: readonly Edit[]
  readonly moves: readonly Move[]
}

export interface Move {
  readonly from: string
  readonly to: string
}

/** Why a name cannot be changed, as a sentence. */
export interface Refusal {
  readonly refused: Readonly<Record<Language, string>>
}

/** Half of a renaming would be worse than none. */
export const MOVES_NOTHING: Refusal = refusal(
  'des fichiers changeraient de nom, et cet éditeur ne dit pas savoir le faire : rien n’est changé',
  'files would change their names, and this editor does not say that it can do so: nothing is changed',
)

export function refusal(fr: string, en: string): Refusal {
  return { refused: { fr, en } }
}
