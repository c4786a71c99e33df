import type { Edition } from '../edition/edition.ts'
import type { CrossTarget, FlowNode, Note } from '../edition/nodes.ts'
import { type Anchors, newAnchors } from './anchors.ts'
import type { Footnotes } from './footnotes.ts'
import type { Pictures } from './pictures.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { type ChangeRegister, newChangeRegister } from './tracked/change-register.ts'

/**
 * What the writing of one document has at hand: the edition, the names given so far, the notes and
 * pictures put in so far.
 */
export interface Desk {
  readonly edition: Edition
  readonly sheet: Sheet
  readonly anchors: Anchors
  /** The bookmark at a target, by `targetKey`. */
  readonly targets: ReadonlyMap<string, string>
  readonly footnotes: Footnotes
  readonly pictures: Pictures
  readonly changes: ChangeRegister
  /** Widths of the columns of tables so far, in hundredths of the text's. */
  readonly columns: Set<number>
  /** Styles of paragraphs so far that are read the other way than the document. */
  readonly turned: Set<string>
  /** Styles of paragraphs so far that stay on the page of what follows them. */
  readonly kept: Set<string>
  /** Number of the next caption of its sort. */
  readonly nextCaption: (sort: CaptionSort) => number
}

/** The sequences that captions are numbered in. */
export type CaptionSort = 'Figure' | 'Table'

/** Where a block stands: what its name begins with (`b` and the number of the proposal, `c` and that of the axis), the notes it may call, the
 * mark beside its number. */
export interface Scope {
  readonly prefix: readonly (string | number)[]
  readonly notes: readonly Note[]
  readonly mark: string
  /** Ids of the notes that are called somewhere that no amendment takes out. */
  readonly kept?: ReadonlySet<string>
}

/** A desk for one document. */
export function newDesk(edition: Edition, footnotes: Footnotes, pictures: Pictures): Desk {
  const anchors = newAnchors()
  const captions = { Figure: 0, Table: 0 }
  return {
    edition,
    sheet: sheetOf(edition.kind),
    anchors,
    targets: targetsOf(edition, anchors),
    footnotes,
    pictures,
    changes: newChangeRegister(),
    columns: new Set(),
    turned: new Set(),
    kept: new Set(),
    nextCaption: (sort) => ++captions[sort],
  }
}

/**
 * The bookmark that stands at a target of this edition, or at the text that holds it; `''` when
 * there is none.
 */
export function bookmarkOf({ targets }: Desk, target: CrossTarget): string {
  const { id } = target
  return (
    targets.get(targetKey(target)) ??
    targets.get(targetKey({ kind: 'measure', id })) ??
    targets.get(targetKey({ kind: 'chapter', id })) ??
    ''
  )
}

/** The bookmark of a chapter, measure, section or work that is known to be in this edition. */
export function ownBookmark(desk: Desk, target: CrossTarget): string {
  const name = desk.targets.get(targetKey(target))
  if (name === undefined) throw new Error(`no bookmark for ${targetKey(target)}`)
  return name
}

// Named before anything is written: a cross reference may look forward.
function targetsOf(
  { chapters, bibliography }: Edition,
  anchors: Anchors,
): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const chapter of chapters) {
    targets.set(
      targetKey({ kind: 'chapter', id: chapter.id }),
      anchors('c', chapter.number, 'title'),
    )
    for (const { id, ordinal } of headingsIn(chapter.introduction)) {
      const name = anchors('c', chapter.number, ordinal ?? 'heading')
      targets.set(targetKey({ kind: 'section', id: chapter.id, section: id }), name)
      targets.set(headingKey(id), name)
    }
    for (const { id, number, sections } of chapter.measures) {
      targets.set(targetKey({ kind: 'measure', id }), anchors('b', number, 'title'))
      for (const section of sections)
        targets.set(
          targetKey({ kind: 'section', id, section: section.id }),
          anchors('b', number, 's', section.id),
        )
    }
  }
  for (const work of bibliography)
    targets.set(targetKey({ kind: 'work', id: work.id }), anchors('w', work.id))
  return targets
}

/** A heading of a book, whose address is its own in the edition. */
export function headingKey(id: string): string {
  return `heading ${id}`
}

function headingsIn(nodes: readonly FlowNode[]): { id: string; ordinal: number | undefined }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'heading')
      return node.data?.id === undefined ? [] : [{ id: node.data.id, ordinal: node.data.ordinal }]
    return node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem'
      ? headingsIn(node.children)
      : []
  })
}

function targetKey(target: CrossTarget): string {
  return target.kind === 'section'
    ? `section ${target.id} ${target.section}`
    : `${target.kind} ${target.id}`
}
