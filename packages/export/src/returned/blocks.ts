import type { OdtComment, OdtParagraph } from './document/odt-paragraph.ts'
import { type OdtPlace, type Run, runsFrom } from './document/odt-styles.ts'

/** A paragraph, heading or cell as it was printed, before any edit. */
export interface PrintedBlock extends Pick<OdtPlace, 'depth' | 'level' | 'isCounted' | 'isQuoted'> {
  /** The name of the bookmark: `b_7_12` is block 12 of proposal 7. */
  readonly name: string
  /** The number, status or label printed before `text`. */
  readonly prefix: string
  readonly text: string
  readonly notes: readonly string[]
  /** Formatted words, by offsets in `text`. */
  readonly runs: readonly Run[]
  readonly pictures: OdtParagraph['pictures']
}

/** The printed blocks of an unedited document, in order. */
export function printedBlocks(paragraphs: readonly OdtParagraph[]): readonly PrintedBlock[] {
  return paragraphs.flatMap((paragraph): readonly PrintedBlock[] => {
    const { text, id, starts, ends, runs } = paragraph
    const { pictures, depth, level, isCounted, isQuoted } = paragraph
    const notes = paragraph.notes.map((note) => note.text)
    const block = { name: id, notes, pictures, depth, level, isCounted, isQuoted }
    const mark = starts.find(({ name }) => name === id)
    if (id === '') return []
    if (mark === undefined) return [{ ...block, prefix: text, text: '', runs: [] }]
    const end = ends.find(({ name }) => name === id)?.at ?? text.length
    const [prefix, words] = [text.slice(0, mark.at), text.slice(mark.at, end)]
    return [{ ...block, prefix, text: words, runs: runsFrom(mark.at, runs) }]
  })
}

/** A printed block as it reads in the returned (edited) document. */
export interface MatchedBlock {
  /** The words without the printed number; several parts if the paragraph was split. */
  readonly parts: readonly string[]
  /** The block whose paragraph now contains this block; empty for a paragraph of its own. */
  readonly joinedTo: string
  readonly comments: readonly OdtComment[]
  readonly notes: readonly string[]
  readonly rank: number
  /** The whole paragraph. Its offsets are not offsets in `parts`. */
  readonly paragraph: Pick<OdtParagraph, keyof OdtPlace | 'runs' | 'text' | 'pictures'>
}

export function isEmpty(now: MatchedBlock | undefined): boolean {
  return now === undefined || now.parts.join('').trim() === ''
}

/** A new or moved paragraph. Its text is empty if only its comments matter. */
export interface AddedParagraph extends OdtPlace {
  readonly text: string
  /** The nearest block above that did not move; empty if none. */
  readonly after: string
  /** The name of the block that moved here; empty for new text. */
  readonly from: string
  readonly comments: readonly OdtComment[]
  readonly rank: number
  readonly runs: readonly Run[]
  readonly rows?: readonly (readonly string[])[]
}

/** The blocks of a returned document, compared with the printed ones. */
export interface MatchedBlocks {
  readonly kept: ReadonlyMap<string, MatchedBlock>
  readonly moved: ReadonlySet<string>
  /** Names of titles and fields that moved among the titles and fields of the document. */
  readonly reordered: ReadonlySet<string>
  readonly added: readonly AddedParagraph[]
}
