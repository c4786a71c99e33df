import type { PageAnchors } from './page-anchors.ts'

/**
 * The files around a text outside a programme. Paths are relative to the linted folder; paths with
 * `../` are outside it.
 */
export interface Surroundings {
  /** Whether a file or a folder exists; also `true` when unknown. */
  readonly isThere: (path: string) => boolean
  /** The anchors of a Markdown file; `null` when the file does not exist or may not be read. */
  readonly anchorsAt: (path: string) => PageAnchors | null
  /**
   * The names of the files in a folder; `''` is the linted folder. Empty for a folder that does not
   * exist or is outside.
   */
  readonly namesIn: (folder: string) => readonly string[]
}
