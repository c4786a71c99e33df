import type { Document, Finding, Programme, Source } from '@cahier/core'
import type { Settings } from '@cahier/lint'

/** Findings of earlier runs on one programme. A cached result equals what a run would find. */
export interface CachedFindings {
  /** All findings of a programme with these sources, on a day. */
  readonly recall: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
  ) => readonly Finding[] | undefined
  /** Findings of the rules that read one document alone. */
  readonly recallText: (document: Document, settings: Settings) => readonly Finding[] | undefined
  /** Replaces the entry: all findings, and those of each text. */
  readonly keep: (
    programme: Programme,
    sources: readonly Source[],
    day: string,
    findings: readonly Finding[],
    ofText: (document: Document) => readonly Finding[],
  ) => void
}
