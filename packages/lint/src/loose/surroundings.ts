import type { PageAnchors } from '../references/page-anchors.ts'

/**
 * The files around a loose text. Paths are relative to the folder that is linted, with forward
 * slashes; those that begin with `../` lead out of it.
 */
export interface Surroundings {
  /** Whether a file or a folder is there; `true` as well where this is unknown. */
  readonly isThere: (path: string) => boolean
  /**
   * The names by which links find a place in the Markdown text there; `null` when there is none, or
   * none that may be read.
   */
  readonly anchorsAt: (path: string) => PageAnchors | null
  /**
   * The names in a folder, `''` for the one that is linted; none when it is not
   * there, or leads out.
   */
  readonly namesIn: (folder: string) => readonly string[]
}
