import type { Language } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { CachedFindings } from '../diagnostics/findings-cache.ts'

export interface ServerOptions extends ServerEnvironment {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Called once, at the end. */
  readonly exit: (code: number) => void
  /** Loads the Markdown parser once an editor has connected. Default: the reference parser. */
  readonly parser?: () => Promise<Parser>
  /** Loads the cache of findings of a folder once an editor has connected. Default: none. */
  readonly cache?: () => Promise<(root: string) => CachedFindings>
}

/** What answers depend on, besides the texts: day, language, addresses, file watching. */
export interface ServerEnvironment {
  /** Today in a time zone, `YYYY-MM-DD`. */
  readonly day: (timezone: string) => string
  /** The language when the client names none, from that of the programme. */
  readonly language: (programme: string) => Language
  /** The address of a rule’s page, if there is one. */
  readonly pageOfRule: (rule: string, language: Language) => string | undefined
  /**
   * Watches a folder for a client that cannot. Calls `onChange` after changes, and returns a
   * function that stops it. Absent when every client can watch files.
   */
  readonly watchFolder?: (folder: string, onChange: () => void) => Promise<() => Promise<void>>
  readonly version: string
}
