import type { Element, ElementContent } from 'xast'
import type { Raw } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { bibliography, colophon } from './back-matter.ts'
import { changes } from './changes.ts'
import { chapterOpening } from './chapter.ts'
import { contentsTable } from './contents-table.ts'
import type { Desk } from './desk.ts'
import { signatureForm } from './form.ts'
import { keepBeforeAnswer, keptStyles } from './keep-before-answer.ts'
import { measure } from './measure.ts'
import { namespaces } from './package/namespaces.ts'
import { xmlText } from './package/xml-text.ts'
import { fontFaces } from './styles/styles.ts'
import { tableStyles } from './styles/table-styles.ts'
import { titlePage } from './title-page.ts'
import { turnParagraphs } from './turn-paragraphs.ts'

/** `content.xml`: the whole text in print order. */
export function contentPart(desk: Desk): Element {
  // Written a part at a time: the tree of a thousand proposals would fill the memory of an old
  // computer.
  const text = Array.from(parts(desk), (part): Raw => {
    turnParagraphs(part, desk)
    keepBeforeAnswer(part, desk)
    return { type: 'raw', value: xmlText(part) }
  })
  return x('office:document-content', { ...namespaces, 'office:version': '1.3' }, [
    fontFaces(),
    x('office:automatic-styles', [...tableStyles(desk), ...keptStyles(desk)]),
    x('office:body', [
      withContent(x('office:text', { 'text:use-soft-page-breaks': 'false' }), [
        ...desk.changes.all(),
        sequences(),
        ...text,
      ]),
    ]),
  ])
}

function* parts(desk: Desk): Generator<readonly Element[]> {
  const { chapters } = desk.edition
  yield titlePage(desk)
  if (!desk.sheet.fewPages) yield [contentsTable(desk)]
  for (const chapter of chapters) {
    yield chapterOpening(chapter, desk)
    for (const each of chapter.measures) yield measure(each, desk)
  }
  yield [...changes(desk), ...bibliography(desk), ...signatureForm(desk), ...colophon(desk)]
}

function sequences(): Element {
  const declaration = (name: string): Element =>
    x('text:sequence-decl', { 'text:display-outline-level': 0, 'text:name': name })
  return x('text:sequence-decls', [declaration('Table'), declaration('Figure')])
}

function withContent(element: Element, children: ElementContent[]): Element {
  return { ...element, children }
}
