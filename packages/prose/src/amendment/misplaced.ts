/**
 * Why an amendment has no certain place: a mark is not closed (`faulty`), the ordinals are not as
 * many as the blocks quoted (`count`) or do not hold them (`rank`), a block quoted is not in the
 * text (`missing`), is but a part of a block (`part`) or is there several times (`ambiguous`),
 * nothing is quoted to say where (`nowhere`), one change spans blocks that do not follow each other
 * (`crosses`), the text changed at that very place (`changed`) or around what is put in (`around`),
 * or the passage was moved (`moved`).
 */
export interface Misplaced {
  readonly misplaced:
    | 'faulty'
    | 'count'
    | 'rank'
    | 'missing'
    | 'part'
    | 'ambiguous'
    | 'nowhere'
    | 'crosses'
    | 'changed'
    | 'around'
    | 'moved'
  /** The passage in question, or `''`. */
  readonly quote: string
}
