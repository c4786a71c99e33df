/** A folder of Markdown that is not a programme. Paths are relative to it, with forward slashes. */
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

/** A skipped file; `tooBig` is over 10 MB, `special` is not a regular file. */
export interface UnreadFile {
  readonly path: string
  readonly why: 'link' | 'special' | 'tooBig' | 'unreadable'
  /** The error code of the system, such as `EACCES`; otherwise empty. */
  readonly code: string
}
