import type { Language } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { FindingsCache } from '../diagnostics/findings-cache.ts'

/** Everything that a server on Node is given, except the folders of the programmes. */
export interface ServerOptions extends ServerEnvironment {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Called once, when the client is gone or asks for it. */
  readonly exit: (code: number) => void
  /** The Markdown parser, loaded once an editor has connected. Default: the reference parser. */
  readonly parser?: () => Promise<Parser>
  /** The cache of findings of a folder, loaded likewise. Default: none. */
  readonly cache?: () => Promise<(root: string) => FindingsCache>
}

/** What the answers depend on besides the texts. */
export interface ServerEnvironment {
  /** The day that counts, `YYYY-MM-DD`, in a time zone. */
  readonly day: (timezone: string) => string
  /** The language to speak when the client does not say, given that of the programme. */
  readonly language: (programme: string) => Language
  /** The address of a rule’s page, for who reads this language; nothing when there is none. */
  readonly pageOfRule: (rule: string, language: Language) => string | undefined
  /**
   * Watches a folder for the editors that do not: calls `onChange` when something in it was saved,
   * and gives what stops it. Left out where the editor is known to watch.
   */
  readonly watchFolder?: (folder: string, onChange: () => void) => Promise<() => Promise<void>>
  readonly version: string
}
