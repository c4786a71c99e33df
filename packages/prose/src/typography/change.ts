/** One replacement in a text: offsets in UTF-16 units; an empty range is an insertion. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Changes of one pair, such as two quotes, are made together or not at all; named by where the pair begins. */
  readonly pair?: number
}
