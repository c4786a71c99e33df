import type { Document, Finding, Programme, Source } from '@cahier/core'
import type { Settings } from '@cahier/lint'

/** A cache of the findings of earlier runs on one programme. */
export interface CachedFindings {
  /** All findings of a programme with these sources on a day, if cached. */
  readonly recall: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
  ) => readonly Finding[] | undefined
  /** Findings of the rules that read one document alone, if cached. */
  readonly recallText: (document: Document, settings: Settings) => readonly Finding[] | undefined
  /** Replaces the cache: all findings, and those of rules that read one document alone. */
  readonly keep: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
    findings: readonly Finding[],
    ofText: (document: Document) => readonly Finding[],
  ) => void
}
