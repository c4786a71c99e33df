/** A folder of Markdown files to print as a book. Paths are relative to it, with `/`. */
export interface LooseFolder {
  readonly texts: readonly LooseFile[]
  /** The size in bytes of every other file. */
  readonly files: ReadonlyMap<string, number>
  readonly unread: readonly UnreadFile[]
}

export interface LooseFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that was not read. */
export interface UnreadFile {
  readonly path: string
  /** `special`: not a regular file; `tooBig`: over 10 MB. */
  readonly why: 'link' | 'special' | 'tooBig' | 'unreadable'
  /** The system's error code, such as `EACCES`; empty without one. */
  readonly code: string
}
