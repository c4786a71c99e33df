/** A few words or one, in a text, and how they are written. */
export interface SpelledOtherwise {
  readonly from: number
  readonly to: number
  readonly meant: string
}
