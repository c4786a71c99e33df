import { parseMarkdown } from '@cahier/prose'
import type { Chapter } from '../edition/edition.ts'
import { openNoteBook } from '../print/note-book.ts'
import { type House, openPress } from '../print/press.ts'
import { printFlow } from '../print/print-flow.ts'
import type { LooseText } from './read-loose-text.ts'
import { titleOfPath } from './title-of-path.ts'
import { spoken } from './tree/spoken.ts'

/**
 * A tidied file as a chapter: all of it is introduction, its blocks numbered from 1. `lang` is its
 * language where it is not the book's, else `''`.
 */
export function composeLooseChapter(
  {
    path,
    text,
    tree,
    id,
    title,
  }: Pick<LooseText, 'path' | 'text' | 'tree'> & { readonly id: string; readonly title: string },
  number: number,
  house: House,
  lang = '',
): Chapter {
  const notes = openNoteBook()
  let blocks = 0
  const body = { tree, opening: tree.children, sections: [] }
  const document = {
    path,
    kind: 'page',
    text,
    head: null,
    sound: true,
    places: {},
    findings: [],
    parse: parseMarkdown,
    body,
    referenceBody: body,
  } as const
  const press = openPress(house, document, {
    notes,
    nextNumber: () => `${number}.${++blocks}`,
    cite: () => {},
  })
  const introduction = printFlow(tree.children, press)
  return {
    id,
    number,
    title: house.text(title) || house.text(titleOfPath(path)),
    ...(lang === '' ? {} : { lang }),
    question: '',
    introduction: spoken(introduction, lang),
    notes: notes.notes().map((note) => ({ ...note, nodes: spoken(note.nodes, lang) })),
    measures: [],
    whole: '',
  }
}
