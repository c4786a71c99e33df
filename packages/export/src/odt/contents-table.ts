import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { chapterLabel } from '../edition/chapter.ts'
import { hasColophon } from '../edition/edition.ts'
import { ownBookmark } from './anchors.ts'
import { linkElement } from './inline.ts'
import type { OdtWriter } from './odt-writer.ts'
import { paragraph, plain, tab } from './paragraph.ts'

/** The table of contents, with links. A word processor fills in the page numbers. */
export function contentsTable(odt: OdtWriter): Element {
  const { contents } = odt.edition.words
  return x('text:table-of-content', { 'text:name': 'Cahier_contents', 'text:protected': 'true' }, [
    x(
      'text:table-of-content-source',
      {
        'text:outline-level': 2,
        'text:use-outline-level': 'true',
        'text:use-index-marks': 'false',
        'text:index-scope': 'document',
      },
      [
        x('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, contents),
        ...[1, 2].map(template),
      ],
    ),
    x('text:index-body', [
      x('text:index-title', { 'text:name': 'Cahier_contents_title' }, [
        paragraph({
          style: 'Contents_20_Heading',
          name: odt.anchors('t', 'title'),
          text: plain(contents),
        }),
      ]),
      ...entries(odt),
    ]),
  ])
}

function template(level: number): Element {
  return x(
    'text:table-of-content-entry-template',
    { 'text:outline-level': level, 'text:style-name': `Contents_20_${level}` },
    [
      x('text:index-entry-link-start', { 'text:style-name': 'Index_20_Link' }),
      x('text:index-entry-text'),
      x('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': '.' }),
      x('text:index-entry-page-number'),
      x('text:index-entry-link-end'),
    ],
  )
}

function entries(odt: OdtWriter): Element[] {
  const { edition, anchors } = odt
  const { chapters, bibliography, changes, words } = edition
  const entry = (level: number, bookmark: string, title: readonly ElementContent[]): Element => {
    const page = x('text:bookmark-ref', {
      'text:reference-format': 'page',
      'text:ref-name': bookmark,
    })
    const text = [linkElement(`#${bookmark}`, 'Index_20_Link', [...title, tab(), page])]
    return paragraph({ style: `Contents_20_${level}`, name: anchors('t', bookmark), text })
  }
  const part = (isThere: boolean, name: string, title: string): Element[] =>
    isThere ? [entry(1, `d_${name}`, plain(title))] : []
  return [
    ...chapters.flatMap((chapter) => {
      const label = chapter.number === 0 ? '' : `${chapterLabel(chapter, edition)}. `
      return [
        entry(
          1,
          ownBookmark(odt, { kind: 'chapter', id: chapter.id }),
          plain(label + chapter.title),
        ),
        ...chapter.measures.map(({ id, number, title }) =>
          entry(2, ownBookmark(odt, { kind: 'measure', id }), [
            ...plain(`${number}.`),
            tab(),
            ...plain(title),
          ]),
        ),
      ]
    }),
    ...part(changes !== null, 'changes', words.changes),
    ...part(bibliography.length > 0, 'bibliography', words.bibliography),
    ...part(hasColophon(edition), 'colophon', words.colophon),
  ]
}
