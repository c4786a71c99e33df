/** A word of the index: how it is written, and where it leads, in print order. */
export interface IndexEntry {
  /** Its forms: « guichet, guichets ». */
  readonly label: string
  readonly references: readonly Reference[]
}

/**
 * A paragraph, or a page when the word has too many of them: what is printed, and the address from
 * the root of the site.
 */
export interface Reference {
  readonly label: string
  readonly address: string
}
