/**
 * A folder of Markdown that is no programme, as it was read from the disk. Paths are relative to
 * it, with forward slashes.
 */
export interface LooseFolder {
  /** Every Markdown file, in any order. */
  readonly texts: readonly LooseFile[]
  /** The size in bytes of every other file. */
  readonly files: ReadonlyMap<string, number>
  readonly unread: readonly UnreadFile[]
}

export interface LooseFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * What stands in the folder and was not read, and why: a link to somewhere, no ordinary file, over
 * 10 MB, refused by the disk.
 */
export interface UnreadFile {
  readonly path: string
  readonly why: 'link' | 'special' | 'tooBig' | 'unreadable'
  /** What the disk said, such as `EACCES`; `''` else. */
  readonly code: string
}
