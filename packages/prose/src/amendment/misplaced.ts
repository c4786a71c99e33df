/**
 * Why an amendment has no certain place: a mark is not closed (`faulty`), the ordinals are not as many as the blocks quoted (`count`) or do not
 * hold them (`rank`), a block quoted is not in the text (`missing`) or is there several times (`ambiguous`), nothing is quoted to say where
 * (`nowhere`), one change spans blocks that do not follow each other (`crosses`), the text changed at that very place (`changed`), or the
 * passage was moved (`moved`).
 */
export interface Misplaced {
  readonly misplaced: 'faulty' | 'count' | 'rank' | 'missing' | 'ambiguous' | 'nowhere' | 'crosses' | 'changed' | 'moved'
  /** The passage in question, or `''`. */
  readonly quote: string
}
