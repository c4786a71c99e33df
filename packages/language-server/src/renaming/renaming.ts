import type { Edit, Language } from '@cahier/core'

/** A name changed everywhere: what is written in files, under the names they have now, then the files and folders that move. */
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

export function refusal(fr: string, en: string): Refusal {
  return { refused: { fr, en } }
}
