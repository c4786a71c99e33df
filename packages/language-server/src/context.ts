import type { Catalogue, Document, FolderSettings, Language, Place, Programme } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Encoding } from './protocol/positions.ts'

/** What a feature is asked about: one document of one programme, on a day, in a language. */
export interface DocumentContext {
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
export interface FileSpan extends Span {
  readonly path: string
}

/** Where an answer is about: the file asked about, those around it, and how to say it. */
export interface LspContext {
  readonly text: TextDocument
  readonly texts: Texts
  readonly setting: ClientSetting
}

/** What the translation leans on: the client's ways, and the texts that places are in. */
export interface ClientSetting {
  readonly encoding: Encoding
  readonly language: Language
  readonly catalogue: Catalogue
  /** The address of a rule's page; nothing when there is none to show. */
  readonly pageOfRule: (rule: string) => string | undefined
  readonly supportsVersions: boolean
  /** Whether a change may move files. */
  readonly movesFiles: boolean
  /** Whether what an action changes may be told only once it is chosen. */
  readonly resolvesEdits: boolean
  /** Whether a definition may say from what it leads. */
  readonly supportsLinks: boolean
}

/** Where the text of each path is to be found. */
export type Texts = (path: string) => TextDocument

/** The stretch of a place. */
export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}
