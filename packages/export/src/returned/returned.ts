import type { Remark } from './document/remarks.ts'

/** What came back of one proposal or axis. */
export interface ReturnedText {
  /** The source with what was changed in its body. */
  readonly text: string
  /**
   * Fields of the head that were changed, such as `title` or `requests.partis`, as they should
   * read.
   */
  readonly fields: ReadonlyMap<string, string>
  readonly comments: readonly Remark[]
  readonly left: readonly Left[]
}

/** What was changed in the document and is not in the text: it has to be done by hand. */
export interface Left {
  readonly why:
    | 'cells'
    | 'citation'
    | 'dissent'
    | 'field'
    | 'format'
    | 'heading'
    | 'image'
    | 'line'
    | 'manifest'
    | 'note'
    | 'notice'
    | 'order'
    | 'picture'
    | 'place'
    | 'row'
    | 'shape'
    | 'source'
    | 'whole'
  readonly said: string
}
