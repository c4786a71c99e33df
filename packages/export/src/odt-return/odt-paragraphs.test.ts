import { expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { paragraphsIn } from './odt-paragraphs.ts'

function read(body: string, styles = '') {
  const names = ['office', 'text', 'table', 'style', 'dc'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')
  const content = fromXml(
    `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  )
  return paragraphsIn(content)?.paragraphs ?? []
}

it('what a comment says keeps its lines, and a comment in a note is none of its words', () => {
  const comment = (said: string) =>
    `<office:annotation><dc:creator>Camille</dc:creator><dc:date>2025-01-01</dc:date><text:p>${said}</text:p></office:annotation>`
  const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Selon l’Insee${comment('Laquelle ?')}.</text:p></text:note-body></text:note>`
  const [paragraph] = read(`<text:p>Un tiers${comment('Trois jours.<text:line-break/>Au moins.')} renonce${note}.</text:p>`)
  expect(paragraph).toMatchObject({
    text: 'Un tiers renonce\uFFFC.',
    notes: [{ at: 16, text: 'Selon l’Insee.' }],
    comments: [
      { text: 'Trois jours.\nAu moins.', author: 'Camille' },
      { text: 'Laquelle ?', on: 'Selon l’Insee.' },
    ],
  })
})

it('signs that nobody sees are none of its words', () => {
  expect(read('<text:p>com\u00ADmune\u200B et\uFEFF ville</text:p>')[0]?.text).toBe('commune et ville')
})

it('tells items, what goes on in one, and how deep; rows and columns; quotations', () => {
  const item = (...inside: readonly string[]) =>
    `<text:list-item>${inside.map((one) => (one.startsWith('<') ? one : `<text:p>${one}</text:p>`)).join('')}</text:list-item>`
  const list = (style: string, ...items: readonly string[]) => `<text:list text:style-name="${style}">${items.join('')}</text:list>`
  const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`
  const found = read(
    `${list('L1', item('a', 'b', list('L1', item('c'))), item('d'))}<table:table><table:table-header-rows><table:table-row>${cell('e')}${cell('f')}</table:table-row></table:table-header-rows><table:table-row>${cell('\u200Dg\u200D')}</table:table-row></table:table><text:p text:style-name="P1">h</text:p>`,
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
  )
  expect(found.map(({ text, depth, goesOn, isCounted }) => [text, depth, goesOn, isCounted]).slice(0, 4)).toEqual([
    ['a', 1, false, true],
    ['b', 1, true, true],
    ['c', 2, false, false],
    ['d', 1, false, true],
  ])
  expect(found.slice(4, 7).map(({ text, cell }) => [text, cell?.row, cell?.column])).toEqual([
    ['e', 0, 0],
    ['f', 0, 1],
    ['g', 1, 0],
  ])
  expect(found[7]).toMatchObject({ text: 'h', isQuoted: true, where: 'text' })
})
