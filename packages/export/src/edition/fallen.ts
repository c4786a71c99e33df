/**
 * Something that no longer holds since a text moved: a round, what members had said, an amendment.
 */
export interface Fallen {
  /** Id of the measure. */
  readonly measure: string
  readonly kind: 'round' | 'stance' | 'amendment'
  /** One short sentence in the edition's language, ready to print. */
  readonly label: string
}
