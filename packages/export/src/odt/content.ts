import type { Element, ElementContent } from 'xast'
import type { Raw } from 'xast-util-to-xml'
import { x } from 'xastscript'
import {
  type Chapter,
  chapterLabel,
  hasColophon,
  type MeasureChange,
  sinceEditionLabel,
} from '../edition/edition.ts'
import { dayInWords } from '../edition/labels.ts'
import { keepBeforeAnswer, keptStyles, turnParagraphs } from './adjust-paragraphs.ts'
import { bookmarkOf, ownBookmark } from './anchors.ts'
import { bibliography, colophon } from './back-matter.ts'
import { flow } from './flow.ts'
import { signatureForm } from './form.ts'
import { inOwnLanguage, linkElement } from './inline.ts'
import { measure } from './measure.ts'
import type { OdtWriter } from './odt-writer.ts'
import { hangingRank, headingOf, paragraph, plain, span, tab } from './paragraph.ts'
import { fontFaces } from './styles/styles.ts'
import { tableStyles } from './styles/table-styles.ts'
import { namespaces, xmlText } from './xml.ts'

/** `content.xml`: the whole text in print order. */
export function contentPart(odt: OdtWriter): Element {
  // Parts become text one by one, to spare memory: there may be a thousand proposals.
  const text = Array.from(parts(odt), (part): Raw => {
    turnParagraphs(part, odt)
    keepBeforeAnswer(part, odt)
    return { type: 'raw', value: xmlText(part) }
  })
  return x('office:document-content', { ...namespaces, 'office:version': '1.3' }, [
    fontFaces(),
    x('office:automatic-styles', [...tableStyles(odt), ...keptStyles(odt)]),
    x('office:body', [
      {
        ...x('office:text', { 'text:use-soft-page-breaks': 'false' }),
        children: [...odt.changes.all(), sequences(), ...text],
      },
    ]),
  ])
}

function* parts(odt: OdtWriter): Generator<readonly Element[]> {
  const { chapters } = odt.edition
  yield titlePage(odt)
  if (!odt.sheet.fewPages) yield [contentsTable(odt)]
  for (const chapter of chapters) {
    yield chapterOpening(chapter, odt)
    for (const each of chapter.measures) yield measure(each, odt)
  }
  yield [...changes(odt), ...bibliography(odt), ...signatureForm(odt), ...colophon(odt)]
}

function sequences(): Element {
  return x(
    'text:sequence-decls',
    ['Table', 'Figure'].map((name) =>
      x('text:sequence-decl', { 'text:display-outline-level': 0, 'text:name': name }),
    ),
  )
}

function titlePage({ edition, anchors }: OdtWriter): Element[] {
  const { words, draft, examples } = edition
  const lines = [
    ['Cahier_20_Publisher', 'publisher', edition.publisher],
    ['Title', 'title', edition.title],
    ['Cahier_20_Subject', 'subtitle', edition.subtitle],
    ['Subtitle', 'edition', edition.edition && `${words.edition} ${edition.edition}`],
    ['Subtitle', 'date', dayInWords(edition.date, edition.language)],
    ['Cahier_20_Notice', 'draft', draft ? words.draftNotice : ''],
    ['Cahier_20_Notice', 'examples', examples ? words.examplesNotice : ''],
  ] as const
  return lines.flatMap(([style, part, text]) =>
    // Even an empty publisher opens the page without header or footer.
    text === '' && part !== 'publisher'
      ? []
      : [paragraph({ style, name: anchors('d', part), text: plain(text) })],
  )
}

function chapterOpening(chapter: Chapter, odt: OdtWriter): Element[] {
  const { id, number, title, lang, question, introduction, notes } = chapter
  return [
    headingOf(
      1,
      ownBookmark(odt, { kind: 'chapter', id }),
      inOwnLanguage(plain(title), lang),
      axisLabel(chapter, odt),
    ),
    ...(question === ''
      ? []
      : [
          paragraph({
            style: 'Cahier_20_Question',
            name: odt.anchors('c', number, 'question'),
            text: plain(question),
          }),
        ]),
    ...flow(introduction, odt, { prefix: ['c', number], notes, mark: '' }),
  ]
}

/** « Axe 2. » above the title of a chapter; empty when it is not an axis. */
function axisLabel(chapter: Chapter, { edition }: OdtWriter): ElementContent[] {
  const label = chapterLabel(chapter, edition)
  return label === '' ? [] : [span('Cahier_20_Over', `${label}.`), x('text:line-break')]
}

function changes(odt: OdtWriter): Element[] {
  const { edition, anchors } = odt
  const { changes: changed, words } = edition
  if (changed === null) return []
  return [
    headingOf(1, anchors('d', 'changes'), plain(words.changes)),
    paragraph({
      style: 'Cahier_20_Question',
      name: anchors('d', 'changes', 'since'),
      text: plain(sinceEditionLabel(changed, edition)),
    }),
    ...flow(changed.words, odt, { prefix: ['d', 'changes'], notes: [], mark: '' }),
    ...changed.measures.map((change) =>
      paragraph({
        style: 'Cahier_20_Change',
        name: anchors('d', 'changes', change.kind, change.number),
        before: hangingRank(change.number),
        text: [...title(change, odt), ...plain(` ${change.sentence}`)],
      }),
    ),
  ]
}

function title({ id, title: words, kind }: MeasureChange, odt: OdtWriter): ElementContent[] {
  const content = plain(/[.?!…]$/.test(words) ? words : `${words}.`)
  const bookmark = kind === 'left' ? '' : bookmarkOf(odt, { kind: 'measure', id })
  return bookmark === ''
    ? [span('Cahier_20_Collective', ...content)]
    : [linkElement(`#${bookmark}`, 'Cahier_20_Reference', content)]
}

/** The table of contents, with links. A word processor fills in the page numbers. */
function contentsTable(odt: OdtWriter): Element {
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
