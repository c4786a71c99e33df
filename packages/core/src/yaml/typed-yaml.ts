import type { HeadRead } from '../head-read.ts'
import { ListReader } from './list-reader.ts'

/**
 * The YAML of one file, read again and again as that is typed in. A class because it lives as long
 * as its file is typed in.
 */
export class TypedYaml {
  readonly list = new ListReader()
  #written: string | undefined
  #read: HeadRead | undefined

  /**
   * What `read` gave for a head that was written so, when it was the last one; `written` is all
   * that stands before the body.
   */
  head(written: string, read: () => HeadRead): HeadRead {
    if (this.#read === undefined || written !== this.#written) this.#read = read()
    this.#written = written
    return this.#read
  }
}
