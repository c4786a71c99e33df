/** The size of the largest file that is read, in bytes. */
export const LARGEST_TEXT = 10 * 1024 * 1024

/** One text file of a programme. */
export interface Source {
  /** Relative to the programme folder, with forward slashes. */
  readonly path: string
  /** Includes line ends and BOM. */
  readonly text: string
}

export interface FileSource extends Source {
  readonly bytes: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A source that decodes its text at each access, since bytes take less memory. */
export function sourceOf(path: string, bytes: Uint8Array): FileSource {
  return {
    path,
    bytes,
    get text() {
      return utf8.decode(bytes)
    },
  }
}

export function isOfFile(source: Source): source is FileSource {
  return 'bytes' in source
}

/** A file that is not text, without its bytes. */
export interface Asset {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /** Found in the first bytes, not in the name; `application/octet-stream` when unknown. */
  readonly mediaType: string
  /** In pixels; 0 when unknown. */
  readonly width: number
  readonly height: number
  /** The unsafe part of an SVG, from `drawingFault`; absent when there is none. */
  readonly active?: string
  /** Set when an image has GPS coordinates. */
  readonly located?: true
}
