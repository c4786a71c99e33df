import { expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { paragraphsIn } from './odt-paragraphs.ts'

function read(body: string, styles = '') {
  const names = ['office', 'text', 'table', 'style', 'dc', 'loext']
    .map((name) => `xmlns:${name}="urn:${name}"`)
    .join(' ')
  const content = fromXml(
    `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  )
  return paragraphsIn(content)?.paragraphs ?? []
}

it('a comment keeps its lines, and a comment in a note is not part of the note', () => {
  const comment = (wording: string) =>
    `<office:annotation><dc:creator>Camille</dc:creator><dc:date>2025-01-01</dc:date><text:p>${wording}</text:p></office:annotation>`
  const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Selon l’Insee${comment('Laquelle ?')}.</text:p></text:note-body></text:note>`
  const [paragraph] = read(
    `<text:p>Un tiers${comment('Trois jours.<text:line-break/>Au moins.')} renonce${note}.</text:p>`,
  )
  expect(paragraph).toMatchObject({
    text: 'Un tiers renonce\uFFFC.',
    notes: [{ at: 16, text: 'Selon l’Insee.' }],
    comments: [
      { text: 'Trois jours.\nAu moins.', author: 'Camille' },
      { text: 'Laquelle ?', on: 'Selon l’Insee.' },
    ],
  })
})

it('a reply is about the words of the comment it answers', () => {
  const comment = (wording: string, names: string) =>
    `<office:annotation ${names}><text:p>${wording}</text:p></office:annotation>`
  const asked = comment('Vingt ?', 'office:name="c1"')
  const answered = comment('Oui.', 'office:name="c2" loext:parent-name="c1"')
  const [paragraph] = read(
    `<text:p>Depuis ${asked}dix ans${answered}<office:annotation-end office:name="c1"/>.</text:p>`,
  )
  expect(paragraph?.comments).toMatchObject([
    { text: 'Vingt ?', on: 'dix ans' },
    { text: 'Oui.', on: 'dix ans' },
  ])
})

it('headings that DOCX puts into lists are headings', () => {
  const list = (inside: string) =>
    `<text:list><text:list-item>${inside}</text:list-item></text:list>`
  const [heading] = read(list(list('<text:h text:outline-level="4">Trois causes</text:h>')))
  expect(heading).toMatchObject({ depth: 0, level: 4, isCounted: false })
})

it('invisible characters are not words', () => {
  expect(read('<text:p>com\u00ADmune\u200B et\uFEFF ville</text:p>')[0]?.text).toBe(
    'commune et ville',
  )
})

it('words that are struck through, or hidden, are marked so', () => {
  const style = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`
  const [paragraph] = read(
    '<text:p><text:span text:style-name="T1">a</text:span><text:span text:style-name="T2">b</text:span><text:span text:style-name="T3">c</text:span></text:p>',
    style('T1', 'style:text-line-through-style="solid"') +
      style('T2', 'text:display="none"') +
      style('T3', 'style:text-line-through-style="none"'),
  )
  expect(paragraph?.runs).toMatchObject([{ struck: true }, { struck: true }, { struck: false }])
})

it('reads items, their depth and continuation, rows and columns, quotations', () => {
  const item = (...inside: readonly string[]) =>
    `<text:list-item>${inside.map((one) => (one.startsWith('<') ? one : `<text:p>${one}</text:p>`)).join('')}</text:list-item>`
  const list = (style: string, ...items: readonly string[]) =>
    `<text:list text:style-name="${style}">${items.join('')}</text:list>`
  const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`
  const found = read(
    `${list('L1', item('a', 'b', list('L1', item('c'))), item('d'))}<table:table><table:table-header-rows><table:table-row>${cell('e')}${cell('f')}</table:table-row></table:table-header-rows><table:table-row>${cell('\u200Dg\u200D')}</table:table-row></table:table><text:p text:style-name="P1">h</text:p>`,
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
  )
  expect(
    found.map(({ text, depth, goesOn, isCounted }) => [text, depth, goesOn, isCounted]).slice(0, 4),
  ).toEqual([
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
  const covered = read(
    `<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>${cell('b')}</table:table-row></table:table>`,
  )
  expect(covered.map((one) => one.cell)).toMatchObject([
    { column: 0, isMerged: true },
    { column: 2 },
  ])
  expect(found[7]).toMatchObject({ text: 'h', isQuoted: true })
})

it('superscript and subscript digits stay so, and letters are plain', () => {
  const style = (name: string, position: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties style:text-position="${position}"/></style:style>`
  const styles =
    style('a', 'super 58%') + style('b', '-33% 58%') + style('c', '33% 58%') + style('d', '0% 100%')
  const span = (name: string, wording: string) =>
    `<text:span text:style-name="${name}">${wording}</text:span>`
  const body = `<text:p>10${span('a', '6')} m${span('c', '2')}, CO${span('b', '2')}, M${span('a', 'me')}, 5${span('a', span('d', '4'))}</text:p>`
  expect(read(body, styles)[0]?.text).toBe('10⁶ m², CO₂, Mme, 54')
})

it('an item with the style of a numbered list is numbered', () => {
  const item = (wording: string, more = '') =>
    `<text:list-item${more}><text:p>${wording}</text:p></text:list-item>`
  const list = `<text:list text:style-name="Bullets">${item('un')}${item('deux', ' text:style-override="Numbering_20_123"')}</text:list>`
  expect(read(list).map(({ isCounted }) => isCounted)).toEqual([false, true])
})

it('a change inside the change of another author counts for both', () => {
  const info = (author: string) =>
    `<office:change-info><dc:creator>${author}</dc:creator></office:change-info>`
  const region = `<text:changed-region><text:insertion>${info('Camille')}</text:insertion><text:deletion>${info('Dominique')}</text:deletion></text:changed-region>`
  const content = `<office:text xmlns:office="urn:office" xmlns:text="urn:text" xmlns:dc="urn:dc"><text:tracked-changes>${region}</text:tracked-changes></office:text>`
  expect(paragraphsIn(fromXml(content))?.authors).toEqual(
    new Map([
      ['Camille', 1],
      ['Dominique', 1],
    ]),
  )
})
