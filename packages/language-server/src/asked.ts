import type { Document, FolderSettings, Language, Programme } from '@cahier/core'
import type { Span } from '@cahier/prose'

/** What a feature is asked about: one document of one programme, on a day, in a language. */
export interface Asked {
  readonly programme: Programme
  readonly document: Document
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly language: Language
  /** Whether the document belongs to no programme: the programme is then an empty one. */
  readonly isLoose: boolean
  /** What the folder of a loose document asks for. */
  readonly settings?: FolderSettings
}

/** A stretch of a file of the programme. */
export interface Spot extends Span {
  readonly path: string
}
