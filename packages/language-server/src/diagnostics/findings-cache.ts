import type { Document, Finding, Programme, Source } from '@cahier/core'
import type { Settings } from '@cahier/lint'

/**
 * What was found before in one programme, with whoever keeps it. What is recalled is what would be
 * found.
 */
export interface FindingsCache {
  /** Every finding of a programme made of these texts, on a day. */
  readonly recall: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
  ) => readonly Finding[] | undefined
  /** What all rules on the text alone say of a document. */
  readonly recallText: (document: Document, settings: Settings) => readonly Finding[] | undefined
  /**
   * Keeps what was found instead of what was known: every finding, and what is said of each text by
   * itself.
   */
  readonly keep: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
    findings: readonly Finding[],
    ofText: (document: Document) => readonly Finding[],
  ) => void
}
