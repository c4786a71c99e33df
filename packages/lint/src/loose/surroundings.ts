import type { PageAnchors } from '../references/page-anchors.ts'

/**
 * The files around a text outside a programme. Paths are relative to the linted folder, with `/`;
 * those with `../` are outside it.
 */
export interface Surroundings {
  /** Whether a file or a folder exists; also `true` when unknown. */
  readonly isThere: (path: string) => boolean
  /** The names of places in a Markdown text; `null` when it does not exist or may not be read. */
  readonly anchorsAt: (path: string) => PageAnchors | null
  /** The names in a folder (`''` is the linted one); empty when it does not exist or is outside. */
  readonly namesIn: (folder: string) => readonly string[]
}
