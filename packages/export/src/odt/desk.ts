import type { CrossTarget, Edition, Note } from '../edition.ts'
import { type Anchors, newAnchors } from './anchors.ts'
import type { Footnotes } from './footnotes.ts'
import type { Pictures } from './pictures.ts'

/** What the writing of one document has at hand: the edition, the names given so far, the notes and pictures put in so far. */
export interface Desk {
  readonly edition: Edition
  readonly anchors: Anchors
  /** The bookmark at a target, by `targetKey`. */
  readonly targets: ReadonlyMap<string, string>
  readonly footnotes: Footnotes
  readonly pictures: Pictures
  /** Number of the next captioned figure. */
  readonly nextFigure: () => number
}

/** Where a block stands: what its name begins with (`b` and the number of the proposal, `c` and that of the axis), and the notes it may call. */
export interface Scope {
  readonly prefix: readonly (string | number)[]
  readonly notes: readonly Note[]
}

/** A desk for one document. */
export function newDesk(edition: Edition, footnotes: Footnotes, pictures: Pictures): Desk {
  const anchors = newAnchors()
  let figures = 0
  return { edition, anchors, targets: targetsOf(edition, anchors), footnotes, pictures, nextFigure: () => ++figures }
}

/** The bookmark that stands at a target of this edition, or at the text that holds it; `''` when there is none. */
export function bookmarkOf(desk: Desk, target: CrossTarget): string {
  return desk.targets.get(targetKey(target)) ?? desk.targets.get(targetKey({ kind: 'measure', id: target.id })) ?? ''
}

/** The bookmark of a chapter, measure, section or work that is known to be in this edition. */
export function ownBookmark(desk: Desk, target: CrossTarget): string {
  const name = desk.targets.get(targetKey(target))
  if (name === undefined) throw new Error(`no bookmark for ${targetKey(target)}`)
  return name
}

// Named before anything is written: a cross reference may look forward.
function targetsOf({ chapters, bibliography }: Edition, anchors: Anchors): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const chapter of chapters) {
    targets.set(targetKey({ kind: 'chapter', id: chapter.id }), anchors('c', chapter.number, 'title'))
    for (const { id, number, sections } of chapter.measures) {
      targets.set(targetKey({ kind: 'measure', id }), anchors('b', number, 'title'))
      for (const section of sections)
        targets.set(targetKey({ kind: 'section', id, section: section.id }), anchors('b', number, 's', section.id))
    }
  }
  for (const work of bibliography) targets.set(targetKey({ kind: 'work', id: work.id }), anchors('w', work.id))
  return targets
}

function targetKey(target: CrossTarget): string {
  return target.kind === 'section' ? `section ${target.id} ${target.section}` : `${target.kind} ${target.id}`
}
