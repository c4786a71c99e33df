import type { Measure } from './measure.ts'
import type { FlowNode, Note } from './nodes.ts'
import type { Wording } from './words.ts'

/** An axis (a theme of the programme), or a file of a book, with blocks numbered `<number>.<n>`. */
export interface Chapter {
  readonly id: string
  /** From 1, in print order. 0 for an unnumbered opening chapter, such as a pledge. */
  readonly number: number
  readonly title: string
  /** BCP 47; absent when it is the language of the edition. */
  readonly lang?: string
  readonly question: string
  readonly introduction: readonly FlowNode[]
  readonly notes: readonly Note[]
  readonly measures: readonly Measure[]
  /** Digest of the text of an axis; `''` for other chapters and for an axis without text. */
  readonly whole: string
}

/** « Axe 3 », printed above the title; `''` for an opening chapter. */
export function chapterLabel({ number }: Pick<Chapter, 'number'>, { words }: Wording): string {
  return number === 0 ? '' : `${words.axis} ${number}`
}

/** « 3. Title »; the title alone for an opening chapter. */
export function chapterTitle(chapter: Pick<Chapter, 'number' | 'title'>): string {
  return chapter.number === 0 ? chapter.title : `${chapter.number}. ${chapter.title}`
}

export function measuresOf<Printed>({
  chapters,
}: {
  readonly chapters: readonly { readonly measures: readonly Printed[] }[]
}): readonly Printed[] {
  return chapters.flatMap(({ measures }) => measures)
}
