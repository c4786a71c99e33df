import type { Language } from '@cahier/core'
import type { Parser } from '@cahier/prose'
import type { FindingsMemory } from './findings/findings-memory.ts'

/** All that the server is given of the outside world, the folders of the programmes apart. */
export interface Outside {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Called once, when the client is gone or asks for it. */
  readonly exit: (code: number) => void
  /** The day that counts, `YYYY-MM-DD`, in a time zone. */
  readonly day: (timezone: string) => string
  /** The language to speak when the client does not say, given that of the programme. */
  readonly language: (programme: string) => Language
  /** The address of a rule’s page, for who reads this language; nothing when there is none. */
  readonly pageOfRule: (rule: string, language: Language) => string | undefined
  /** What reads Markdown, loaded once an editor is there; the reference does when none is given. */
  readonly parser?: () => Promise<Parser>
  /**
   * What was found before in the programme of a folder, loaded likewise; nothing is remembered when
   * none is given.
   */
  readonly memory?: () => Promise<(root: string) => FindingsMemory>
  /**
   * Watches a folder for the editors that do not: calls `onChange` when something in it was saved,
   * and gives what stops it. Left out where the editor is known to watch.
   */
  readonly watchFolder?: (folder: string, onChange: () => void) => Promise<() => Promise<void>>
  readonly version: string
}
