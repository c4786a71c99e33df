import type { Document, Finding, Programme, Source } from '@cahier/core'
import type { Settings } from '@cahier/lint'

/** The findings of earlier runs on one programme, as a new run would give. */
export interface CachedFindings {
  /** All findings of a programme with these sources on a day, if cached. */
  readonly recall: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
  ) => readonly Finding[] | undefined
  /** Findings of the rules that read one document alone, if cached. */
  readonly recallText: (document: Document, settings: Settings) => readonly Finding[] | undefined
  /** Replaces the cached findings: all, and those of each text. */
  readonly keep: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
    findings: readonly Finding[],
    ofText: (document: Document) => readonly Finding[],
  ) => void
}
