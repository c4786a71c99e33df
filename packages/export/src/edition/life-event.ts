/** Something that happened to a proposal, on a day. */
export interface LifeEvent {
  /** A day, `YYYY-MM-DD`. */
  readonly date: string
  readonly kind:
    | 'opened'
    | 'closed'
    | 'adopted'
    | 'stance'
    | 'final-period'
    | 'ruling'
    | 'amendment'
    | 'amended'
    | 'edition'
    | 'handed-over'
    | 'answered'
    | 'withdrawn'
  /** One short sentence in the edition's language, ready to print. */
  readonly label: string
}
