/** Larger texts are not read. In bytes. */
export const LARGEST_TEXT = 10 * 1024 * 1024

/**
 * One text file of the folder. `path` is relative to the programme folder, with forward slashes;
 * `text` keeps its line ends and its BOM.
 */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A source as it stands in a file. */
export interface FileSource extends Source {
  /** The UTF-8 that its text is made of. */
  readonly bytes: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The source of these bytes of UTF-8, whose text is decoded anew whenever it is asked for: bytes
 * take half the room of a string, outside of the engine's heap. A folder may hold a hundred times
 * what is looked at at once.
 */
export function sourceOf(path: string, bytes: Uint8Array): FileSource {
  return {
    path,
    bytes,
    get text() {
      return utf8.decode(bytes)
    },
  }
}

/** Whether a source stands in a file, so that its bytes are known. */
export function isOfFile(source: Source): source is FileSource {
  return 'bytes' in source
}

/** One file that is not text, known without its bytes. */
export interface Asset {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  /**
   * Media type sniffed from the first bytes, never from the name; `application/octet-stream` when
   * unknown.
   */
  readonly mediaType: string
  /** Pixels; 0 when the file is no image that can be measured. */
  readonly width: number
  readonly height: number
  /**
   * What in a drawing may run, ask or fetch, as it is written there; left out for a still picture,
   * and for what is no drawing.
   */
  readonly active?: string
  /** Left out for a picture that does not say where it was taken. */
  readonly located?: true
}
