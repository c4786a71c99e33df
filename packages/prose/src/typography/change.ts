import type { Splice } from '../spliced.ts'

/** One replacement that typography makes; an empty stretch is an insertion. */
export interface Change extends Splice {
  /**
   * Changes of one pair, such as two quotes, are made together or not at all; named by where the
   * pair begins.
   */
  readonly pair?: number
}
