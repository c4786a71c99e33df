import type { Note } from '../edition/nodes.ts'

/** The text that a block belongs to. */
export interface Scope {
  /** The start of its names: `b` and the number of the proposal, or `c` and that of the axis. */
  readonly prefix: readonly (string | number)[]
  /** The notes that it may call. */
  readonly notes: readonly Note[]
  /** The mark beside its numbers. */
  readonly mark: string
  /** Ids of the notes with a call that no amendment deletes. */
  readonly kept?: ReadonlySet<string>
}
