import type { Language } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { CachedFindings } from '../diagnostics/findings-cache.ts'

/** What a server on Node needs, except the folders of the programmes. */
export interface ServerOptions extends ServerEnvironment {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Called once, when the client disconnects or asks for it. */
  readonly exit: (code: number) => void
  /** The Markdown parser, loaded once an editor has connected. Default: the reference parser. */
  readonly parser?: () => Promise<Parser>
  /** The cache of findings of a folder, loaded likewise. Default: none. */
  readonly cache?: () => Promise<(root: string) => CachedFindings>
}

/** What the answers depend on besides the texts. */
export interface ServerEnvironment {
  /** Today in a time zone, `YYYY-MM-DD`. */
  readonly day: (timezone: string) => string
  /** The language when the client announces none, given that of the programme. */
  readonly language: (programme: string) => Language
  /** The address of a rule’s page in a language, if there is one. */
  readonly pageOfRule: (rule: string, language: Language) => string | undefined
  /**
   * Watches a folder for clients that do not: calls `onChange` after changes, and returns a
   * function that stops it. Absent where the client always watches.
   */
  readonly watchFolder?: (folder: string, onChange: () => void) => Promise<() => Promise<void>>
  readonly version: string
}
