import type { SelectedKind, Selection } from '../compose/selection.ts'
import type { Edition } from '../edition/edition.ts'

/** A kind of publication: what of the whole edition it keeps. Numbers stay those of the whole. */
export interface Kind {
  readonly kind: SelectedKind
  /** The formats written when none is named. */
  readonly formats: readonly string[]
  /** The edition of all that was selected, brought down to this kind. */
  readonly shape: (edition: Edition, selection: Selection) => Edition
}
