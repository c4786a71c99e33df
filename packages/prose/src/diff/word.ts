/**
 * One word of a text, or one mark of punctuation. `gap` + `text` of every word, in order, is the
 * text byte for byte; the last word of a text is an empty one that carries the blanks at the end.
 * `block` and `sentence` are ordinals that rise along the text.
 */
export interface Word {
  /** What is compared: the text without escapes, with plain apostrophes, quotes and blanks. */
  readonly key: string
  readonly gap: string
  readonly text: string
  readonly block: number
  readonly sentence: number
  /**
   * Whether it holds a letter or a digit, or parts the text of a link from its target: other signs
   * never keep two edits apart.
   */
  readonly spoken: boolean
}
