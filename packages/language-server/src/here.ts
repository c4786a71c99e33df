import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Setting, Texts } from './to-lsp.ts'

/** Where an answer is about: the file asked about, those around it, and how to say it. */
export interface Here {
  readonly text: TextDocument
  readonly texts: Texts
  readonly setting: Setting
}
