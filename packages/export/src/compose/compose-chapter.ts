import { type Axis, wholeDigest } from '@cahier/core'
import type { Chapter } from '../edition/chapter.ts'
import { openNoteBook } from '../print/note-book.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import { openPress } from '../print/press.ts'
import { printFlow } from '../print/print-flow.ts'
import { composeMeasure, namedMeasure } from './compose-measure.ts'
import type { Entry } from './selection.ts'

/**
 * An axis ready to print, and of its proposals those that are `shown`. `cite` is told of each work
 * cited, and by which measure: 0 is the introduction.
 */
export function composeChapter(
  axis: Axis,
  number: number,
  entries: readonly Entry[],
  shown: ReadonlySet<Entry>,
  house: ProgrammeHouse,
  cite: (work: string, measure: number) => void,
): Chapter {
  const notes = openNoteBook()
  // What opens an axis is read with all of its proposals, or not at all.
  const document = entries.every((entry) => shown.has(entry)) ? axis.document : null
  const press =
    document === null
      ? null
      : openPress(house, document, { notes, nextNumber: () => '', cite: (work) => cite(work, 0) })
  const introduction = press === null ? [] : printFlow(press.body?.tree.children ?? [], press)
  return {
    id: axis.id,
    number,
    title: house.text(axis.title),
    question: house.text(axis.question),
    introduction,
    notes: notes.notes(),
    measures: entries.map((entry) =>
      shown.has(entry)
        ? composeMeasure(entry, house, (work) => cite(work, entry.number))
        : namedMeasure(entry, house),
    ),
    whole: document === null ? '' : wholeDigest(document, house.programme.assets),
  }
}
