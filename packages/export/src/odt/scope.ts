import type { Note } from '../edition/nodes.ts'

/** The text of a block: a proposal, an introduction or the bibliography. */
export interface Scope {
  /** The start of its block names: `b` and the number of a proposal, `c` and that of an axis. */
  readonly prefix: readonly (string | number)[]
  readonly notes: readonly Note[]
  /** Printed beside block numbers while the proposal is not adopted (« projet »); else empty. */
  readonly mark: string
  /** Ids of the notes with a call outside deleted text. */
  readonly kept?: ReadonlySet<string>
}
