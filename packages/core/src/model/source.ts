/** The largest text that is read, in bytes. */
export const LARGEST_TEXT = 10 * 1024 * 1024

/** One text file of a programme. */
export interface Source {
  /** Relative to the programme folder, with forward slashes. */
  readonly path: string
  /** With its line ends and BOM. */
  readonly text: string
}

/** A source that was read from bytes. */
export interface FileSource extends Source {
  /** The UTF-8 of `text`. */
  readonly bytes: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** A source whose text is decoded each time it is asked for: bytes need half the memory. */
export function sourceOf(path: string, bytes: Uint8Array): FileSource {
  return {
    path,
    bytes,
    get text() {
      return utf8.decode(bytes)
    },
  }
}

/** Whether the bytes of a source are known. */
export function isOfFile(source: Source): source is FileSource {
  return 'bytes' in source
}

/** A file that is not text, without its bytes. */
export interface Asset {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /** Told from the first bytes, never from the name; `application/octet-stream` when unknown. */
  readonly mediaType: string
  /** Pixels; 0 when the file is not an image or cannot be measured. */
  readonly width: number
  readonly height: number
  /** The code in a drawing that may run or fetch something; absent in a safe one. */
  readonly active?: string
  /** Set when a picture contains the place where it was taken. */
  readonly located?: true
}
