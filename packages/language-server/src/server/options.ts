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

/** Functions and values of the host program, on which answers depend. */
export interface ServerEnvironment {
  /** Today in a time zone, `YYYY-MM-DD`. */
  readonly day: (timezone: string) => string
  /**
   * Chooses the language for a client that names none. `programme` is the language tag of the
   * programme, or `''`.
   */
  readonly language: (programme: string) => Language
  readonly pageOfRule: (rule: string, language: Language) => string | undefined
  /**
   * Watches a folder for a client that cannot watch files. Calls `onChange` after changes.
   * Returns a function that stops the watcher.
   */
  readonly watchFolder?: (folder: string, onChange: () => void) => Promise<() => Promise<void>>
  readonly version: string
}
