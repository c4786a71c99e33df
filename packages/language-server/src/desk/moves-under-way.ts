import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Files that an answer of ours moves, and that the editor is about to move. A class because an
 * editor asks about its own renamings in the same words.
 */
export class MovesUnderWay {
  readonly #moves = new Map<string, string>()

  add(from: string, to: string): void {
    this.#moves.set(from, to)
  }

  /**
   * Whether this is a move of ours, which has been thought of already; asked about again, it is
   * somebody's own.
   */
  take(from: string, to: string): boolean {
    return this.#moves.get(from) === to && this.#moves.delete(from)
  }

  /** What was moved is not about to move any more: moved back, it is somebody's own renaming. */
  forgetDone(): void {
    for (const from of this.#moves.keys())
      if (!existsSync(fileURLToPath(from))) this.#moves.delete(from)
  }
}
