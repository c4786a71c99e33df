import type { OdtComment, OdtParagraph } from './document/odt-paragraph.ts'
import type { OdtPlace } from './document/odt-place.ts'
import type { Run } from './document/odt-runs.ts'

/** What became of a block that was printed. */
export interface OwnText {
  /**
   * Its own words, without the number that was printed before them; one for each paragraph that it
   * was split into.
   */
  readonly parts: readonly string[]
  /** The block whose paragraph it was joined to; `''` when it stands alone. */
  readonly joinedTo: string
  readonly comments: readonly OdtComment[]
  readonly notes: readonly string[]
  /** Rank of its paragraph in the document. */
  readonly rank: number
  /**
   * Where it stands now, and what stands out in its words; by the offsets of the paragraph as a
   * whole.
   */
  readonly paragraph: Pick<OdtParagraph, keyof OdtPlace | 'runs' | 'text' | 'pictures'>
}

/** Whether nothing is left of a block. */
export function isEmpty(now: OwnText | undefined): boolean {
  return now === undefined || now.parts.join('').trim() === ''
}

/**
 * A paragraph that stands where it was not printed: a new one, without a word when only a comment
 * was put there, or one that was printed elsewhere.
 */
export interface AddedText extends OdtPlace {
  readonly text: string
  /** The printed block before it, of those that stand where they did; `''` when there is none. */
  readonly after: string
  /** The block that it was, elsewhere; `''` when it is new. */
  readonly from: string
  readonly comments: readonly OdtComment[]
  readonly rank: number
  readonly runs: readonly Run[]
  /** Of a new table: what its cells say, row by row. */
  readonly rows?: readonly (readonly string[])[]
}

export interface OwnTexts {
  /** By the name of the block; those that are gone are not in it. */
  readonly kept: ReadonlyMap<string, OwnText>
  /** Names of blocks that stand elsewhere than they were printed. */
  readonly moved: ReadonlySet<string>
  /** Titles, and fields of a head, that moved with what is under them. */
  readonly reordered: ReadonlySet<string>
  /** In the order of the document. */
  readonly added: readonly AddedText[]
}

/** A block as it was printed. */
export interface PrintedBlock extends Pick<OdtPlace, 'depth' | 'level' | 'isCounted' | 'isQuoted'> {
  readonly name: string
  /** Printed before its words and no part of them: a number, a label. */
  readonly prefix: string
  readonly text: string
  readonly notes: readonly string[]
  /** Of its own words. */
  readonly runs: readonly Run[]
  readonly pictures: OdtParagraph['pictures']
}
