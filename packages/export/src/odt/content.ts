import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { bibliography, colophon } from './back-matter.ts'
import { chapter } from './chapter.ts'
import { contentsTable } from './contents-table.ts'
import type { Desk } from './desk.ts'
import { namespaces } from './namespaces.ts'
import { fontFaces } from './styles.ts'
import { tableStyles } from './table-styles.ts'
import { titlePage } from './title-page.ts'

/** `content.xml`: the whole text in print order. */
export function contentPart(desk: Desk): Element {
  const blocks = [
    ...titlePage(desk),
    contentsTable(desk),
    ...desk.edition.chapters.flatMap((each) => chapter(each, desk)),
    ...bibliography(desk),
    ...colophon(desk),
  ]
  return x('office:document-content', { ...namespaces, 'office:version': '1.3' }, [
    fontFaces(),
    x('office:automatic-styles', tableStyles(columnStylesIn(blocks))),
    x('office:body', [x('office:text', { 'text:use-soft-page-breaks': 'false' }, [sequences(), ...blocks])]),
  ])
}

function sequences(): Element {
  return x('text:sequence-decls', [x('text:sequence-decl', { 'text:display-outline-level': 0, 'text:name': 'Figure' })])
}

function columnStylesIn(nodes: readonly ElementContent[]): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    if (node.name === 'table:table-column') names.add(node.attributes['table:style-name'] ?? '')
    for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return names
}
