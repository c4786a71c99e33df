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
import { keepBeforeAnswer, keptStyles, setParagraphDirection } from './adjust-paragraphs.ts'
import { bookmarkOf, ownBookmark } from './anchors.ts'
import { signatureForm } from './answer-form.ts'
import { bibliography, colophon } from './back-matter.ts'
import { flow } from './flow.ts'
import { inOwnLanguage, linkElement, referenceTo } from './inline.ts'
import { measure } from './measure.ts'
import type { OdtWriter } from './odt-writer.ts'
import { hangingRank, headingOf, paragraph, plain, span, tab } from './paragraph.ts'
import { fontFaces } from './styles/styles.ts'
import { tableStyles } from './styles/table-styles.ts'
import { namespaces, xmlText } from './xml.ts'

/** `content.xml`: the whole text in print order. */
export function contentPart(odt: OdtWriter): Element {
  // Each part becomes XML text immediately, to spare memory: there may be a thousand proposals.
  const text = Array.from(parts(odt), (part): Raw => {
    setParagraphDirection(part, odt)
    keepBeforeAnswer(part, odt)
    return { type: 'raw', value: xmlText(part) }
  })
  const { regions } = odt.changes
  return x('office:document-content', { ...namespaces, 'office:version': '1.3' }, [
    fontFaces(),
    x('office:automatic-styles', [...tableStyles(odt), ...keptStyles(odt)]),
    x('office:body', [
      {
        ...x('office:text', { 'text:use-soft-page-breaks': 'false' }),
        children: [
          ...(regions.length === 0 ? [] : [x('text:tracked-changes', regions)]),
          sequences(),
          ...text,
        ],
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

function sequences() {
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
    ['Cahier Publisher', 'publisher', edition.publisher],
    ['Title', 'title', edition.title],
    ['Cahier Subject', 'subtitle', edition.subtitle],
    ['Subtitle', 'edition', edition.edition && `${words.edition} ${edition.edition}`],
    ['Subtitle', 'date', dayInWords(edition.date, edition.language)],
    ['Cahier Notice', 'draft', draft ? words.draftNotice : ''],
    ['Cahier Notice', 'examples', examples ? words.examplesNotice : ''],
  ] as const
  return lines.flatMap(([style, part, text]) =>
    // An empty publisher stays: the style of this line sets the header and footer of the first
    // page.
    text === '' && part !== 'publisher'
      ? []
      : [paragraph({ style, name: anchors('d', part), text })],
  )
}

function chapterOpening(chapter: Chapter, odt: OdtWriter): Element[] {
  const { id, number, title, lang, question, introduction, notes } = chapter
  const name = ownBookmark(odt, { kind: 'chapter', id })
  const label = chapterLabel(chapter, odt.edition)
  const over = label === '' ? [] : [span('Cahier Over', `${label}.`), x('text:line-break')]
  return [
    headingOf(1, name, inOwnLanguage(plain(title), lang, odt), over),
    ...(question === '' ? [] : [questionLine(odt.anchors('c', number, 'question'), question)]),
    ...flow(introduction, odt, { prefix: ['c', number], notes, mark: '' }),
  ]
}

function questionLine(name: string, text: string) {
  return paragraph({ style: 'Cahier Question', name, text })
}

function changes(odt: OdtWriter): Element[] {
  const { edition, anchors } = odt
  const { changes: changed, words } = edition
  if (changed === null) return []
  return [
    headingOf(1, anchors('d', 'changes'), words.changes),
    questionLine(anchors('d', 'changes', 'since'), sinceEditionLabel(changed, edition)),
    ...flow(changed.words, odt, { prefix: ['d', 'changes'], notes: [], mark: '' }),
    ...changed.measures.map((change) =>
      paragraph({
        style: 'Cahier Change',
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
  return bookmark === '' ? [span('Cahier Collective', ...content)] : referenceTo(bookmark, content)
}

/** The table of contents, with links. A word processor fills in the page numbers. */
function contentsTable(odt: OdtWriter): Element {
  const { contents } = odt.edition.words
  const style = 'Contents Heading'
  const source = {
    'text:outline-level': 2,
    'text:use-outline-level': 'true',
    'text:use-index-marks': 'false',
    'text:index-scope': 'document',
  }
  const heading = paragraph({ style, name: odt.anchors('t', 'title'), text: contents })
  return x(
    'text:table-of-content',
    { 'text:name': 'Cahier_contents', 'text:protected': 'true' },
    x(
      'text:table-of-content-source',
      source,
      x('text:index-title-template', { 'text:style-name': style }, contents),
      [1, 2].map(template),
    ),
    x(
      'text:index-body',
      {},
      x('text:index-title', { 'text:name': 'Cahier_contents_title' }, heading),
      entries(odt),
    ),
  )
}

function template(level: number) {
  return x(
    'text:table-of-content-entry-template',
    { 'text:outline-level': level, 'text:style-name': `Contents ${level}` },
    [
      x('text:index-entry-link-start', { 'text:style-name': 'Index Link' }),
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
  const entry = (level: number, bookmark: string, title: ElementContent[]): Element => {
    const number = { 'text:reference-format': 'page', 'text:ref-name': bookmark }
    const content = [...title, tab(), x('text:bookmark-ref', number)]
    const text = [linkElement(`#${bookmark}`, 'Index Link', content)]
    return paragraph({ style: `Contents ${level}`, name: anchors('t', bookmark), text })
  }
  const part = (isThere: boolean, name: string, title: string) =>
    isThere ? [entry(1, `d_${name}`, plain(title))] : []
  return [
    ...chapters.flatMap((chapter) => {
      const label = chapterLabel(chapter, edition)
      const title = plain((label && `${label}. `) + chapter.title)
      return [
        entry(1, ownBookmark(odt, { kind: 'chapter', id: chapter.id }), title),
        ...chapter.measures.map(({ id, number, title }) => {
          const numbered = [...plain(`${number}.`), tab(), ...plain(title)]
          return entry(2, ownBookmark(odt, { kind: 'measure', id }), numbered)
        }),
      ]
    }),
    ...part(changes !== null, 'changes', words.changes),
    ...part(bibliography.length > 0, 'bibliography', words.bibliography),
    ...part(hasColophon(edition), 'colophon', words.colophon),
  ]
}
