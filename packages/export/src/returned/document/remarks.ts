import { shown } from '../change.ts'
import type { OwnTexts, PrintedBlock } from '../own-text.ts'

/** A comment, with the words that it is on. */
export interface Remark {
  readonly on: string
  readonly text: string
  /** `''` when the document does not say. */
  readonly author: string
}

/** The comments on the blocks of a text, and on what was put between them, in reading order. */
export function remarks(
  mine: readonly PrintedBlock[],
  { kept, added }: OwnTexts,
): readonly Remark[] {
  const names = new Set(mine.map(({ name }) => name))
  const own = [
    ...mine.flatMap(({ name, text }) => {
      const now = kept.get(name)
      return now === undefined
        ? []
        : now.comments.map((comment) => ({ ...comment, on: comment.on || text, rank: now.rank }))
    }),
    ...added
      .filter(({ after, from }) => from === '' && names.has(after))
      .flatMap(({ comments, rank, text }) =>
        comments.map((comment) => ({ ...comment, on: comment.on || text, rank })),
      ),
  ]
  return own
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ on, text, author }) => ({ on: shown(on), text, author }))
}
