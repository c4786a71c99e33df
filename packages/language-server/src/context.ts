import type { Catalogue, Document, FolderSettings, Language, Place, Programme } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './protocol/client.ts'

/** The input of a feature: a document, its programme, the day and the language. */
export interface DocumentContext {
  readonly programme: Programme
  readonly document: Document
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly language: Language
  /** The settings of the folder, for a document in no programme. `programme` is then empty. */
  readonly settings?: FolderSettings
}

export interface FileSpan extends Span {
  readonly path: string
}

/** The input for turning answers into LSP (Language Server Protocol) messages. */
export interface LspContext {
  readonly text: TextDocument
  readonly texts: Texts
  readonly setting: ClientSetting
}

/** The capabilities of the client, its language, and the messages. */
export interface ClientSetting extends Readonly<Client> {
  readonly language: Language
  readonly catalogue: Catalogue
  /** The address of a rule's page, if there is one. */
  readonly pageOfRule: (rule: string) => string | undefined
}

/** Returns the text of a file by its path. */
export type Texts = (path: string) => TextDocument

export function spanOf({ start, end }: Place): Span {
  return { start: start.offset, end: end.offset }
}

/** Whether a cursor at an offset is in a span, or at one of its ends. */
export function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}
