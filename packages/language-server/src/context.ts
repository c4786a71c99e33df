import type { Catalogue, Document, FolderSettings, Language, Place, Programme } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Encoding } from './protocol/positions.ts'

/** The document that a feature answers about, with its programme, the day and the language. */
export interface DocumentContext {
  readonly programme: Programme
  readonly document: Document
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly language: Language
  /** Whether the document belongs to no programme: the programme is then an empty one. */
  readonly isLoose: boolean
  /** The settings of the folder of a loose document. */
  readonly settings?: FolderSettings
}

/** A span in a file of the programme. */
export interface FileSpan extends Span {
  readonly path: string
}

/** What turning an answer into LSP needs: the document, the other texts, the client. */
export interface LspContext {
  readonly text: TextDocument
  readonly texts: Texts
  readonly setting: ClientSetting
}

/** What the client supports, its language and its encoding. */
export interface ClientSetting {
  readonly encoding: Encoding
  readonly language: Language
  readonly catalogue: Catalogue
  /** The address of a rule's page; nothing when there is none to show. */
  readonly pageOfRule: (rule: string) => string | undefined
  readonly supportsVersions: boolean
  /** Whether a change may move files. */
  readonly movesFiles: boolean
  /** Whether the edit of a code action may be resolved later. */
  readonly resolvesEdits: boolean
  /** Whether a definition may include its origin. */
  readonly supportsLinks: boolean
}

/** Returns the text at a path. */
export type Texts = (path: string) => TextDocument

/** The offsets of a place. */
export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}
