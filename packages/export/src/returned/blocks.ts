import type { OdtComment, OdtParagraph } from './document/odt-paragraph.ts'
import type { OdtPlace } from './document/odt-place.ts'
import { type Run, runsFrom } from './document/odt-runs.ts'

/** A block of the document as it was printed. */
export interface PrintedBlock extends Pick<OdtPlace, 'depth' | 'level' | 'isCounted' | 'isQuoted'> {
  readonly name: string
  /** The number, mark or label printed before `text`. */
  readonly prefix: string
  readonly text: string
  readonly notes: readonly string[]
  /** Formats, by offsets in `text`. */
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

/** A printed block as it reads in the returned document. */
export interface MatchedBlock {
  /** The words without the printed number, a part for each paragraph it was split into. */
  readonly parts: readonly string[]
  /** The block that it was joined to; empty when it has its own paragraph. */
  readonly joinedTo: string
  readonly comments: readonly OdtComment[]
  readonly notes: readonly string[]
  readonly rank: number
  /** Its paragraph as a whole: offsets are not those of `parts`. */
  readonly paragraph: Pick<OdtParagraph, keyof OdtPlace | 'runs' | 'text' | 'pictures'>
}

export function isEmpty(now: MatchedBlock | undefined): boolean {
  return now === undefined || now.parts.join('').trim() === ''
}

/** A new or moved paragraph. Without words, it only bears a comment. */
export interface AddedParagraph extends OdtPlace {
  readonly text: string
  /** The nearest block before it that stayed in place; empty if none. */
  readonly after: string
  /** The block that moved here; empty when the paragraph is new. */
  readonly from: string
  readonly comments: readonly OdtComment[]
  readonly rank: number
  readonly runs: readonly Run[]
  /** The cells of a new table, row by row. */
  readonly rows?: readonly (readonly string[])[]
}

/** The blocks of a returned document, compared with the printed ones. */
export interface MatchedBlocks {
  /** By name; deleted blocks are absent. */
  readonly kept: ReadonlyMap<string, MatchedBlock>
  readonly moved: ReadonlySet<string>
  /** Names of the titles and fields that moved together with the blocks below. */
  readonly reordered: ReadonlySet<string>
  readonly added: readonly AddedParagraph[]
}
