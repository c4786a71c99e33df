import type { Catalogue, Language } from '@cahier/core'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Encoding } from './positions.ts'

/** Where an answer is about: the file asked about, those around it, and how to say it. */
export interface Here {
  readonly text: TextDocument
  readonly texts: Texts
  readonly setting: Setting
}

/** What the translation leans on: the client's ways, and the texts that places are in. */
export interface Setting {
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
