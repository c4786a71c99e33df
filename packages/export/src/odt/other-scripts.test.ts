import { describe, expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { call, p, pre, table } from '../samples/sample-nodes.ts'
import { match, note, published, withBlocks } from './sample-odt.ts'

describe('other scripts', () => {
  it('are set in the size and weight of each style: titles in Arabic or Chinese are titles', () => {
    const { styles } = published(sampleEdition)
    const titles = match(styles, /(<style:style style:name="Heading_20_\d".*?<\/style:style>)/g)
    expect(titles.length).toBeGreaterThan(3)
    for (const title of titles) {
      const [size] = match(title, /fo:font-size="([^"]+)"/g)
      expect(title).toContain(`style:font-size-asian="${size}" style:font-size-complex="${size}"`)
    }
  })

  it('a right-to-left document has right-to-left pages, titles, footers and tables', () => {
    const edition = {
      ...withBlocks([table('1.2', 2, [null], [['a'], ['b']]), pre('1.3', 3, 'x = 1')]),
      language: 'he',
    }
    const { styles, content } = published(edition)
    expect(
      new Set(match(styles, /style:page-layout-properties [^>]*style:writing-mode="([^"]+)"/g)),
    ).toEqual(new Set(['rl-tb']))
    expect(styles).toMatch(/style:name="Heading"[^§]*?fo:text-align="right"/)
    expect(styles).toMatch(
      /default-style style:family="paragraph">.*?fo:text-align="right".*?style:language-complex="he" style:country-complex="IL"/,
    )
    // The labels are in English.
    expect(styles).toMatch(
      /default-style style:family="paragraph">.*?fo:language="en" fo:country="GB"/,
    )
    expect(styles).toMatch(
      /name="Preformatted_20_Text".*?fo:text-align="start".*?style:writing-mode="lr-tb"/,
    )
    expect(styles).toMatch(
      /<style:footer><text:p text:style-name="Footer"><text:span text:style-name="Page_20_Number">/,
    )
    expect(content).toMatch(
      /style:family="table"><style:table-properties [^>]*table:align="margins" fo:margin-right/,
    )
    expect(published(sampleEdition).styles).not.toMatch(/rl-tb|fo:text-align="right"/)
  })

  it('code in a right-to-left book has marks of direction', () => {
    const edition = {
      ...withBlocks([p('1.2', 2, 'מילה ', { type: 'inlineCode', value: '<b>?' })]),
      language: 'he',
    }
    expect(published({ ...edition, kind: 'book' }).text).toContain('\u2066<b>?\u2069')
    expect(published(edition).text).toContain('מילה <b>?')
    expect(published({ ...edition, kind: 'book', language: 'fr' }).text).toContain('מילה <b>?')
  })

  it('a paragraph against the direction of the document has its own style, and its number is in the line', () => {
    const arabic = 'نص بالعربية (بين قوسين).'
    const said = note('a', 1, p('', 4, arabic))
    const edition = withBlocks(
      [
        p('1.2', 2, 'Un mot عربي.', call('a', 1)),
        p('1.3', 3, arabic),
        table('1.4', 5, [null], [['a'], [arabic]]),
      ],
      [said],
    )
    const { content, styles } = published(edition)
    expect(content).toMatch(
      /"Cahier_20_Numbered_20_Text" xml:id="b_1_2"><text:span [^>]*>§1.2<\/text:span><text:tab\/>/,
    )
    expect(content).toMatch(
      /"Cahier_20_RTL_20_Numbered_20_Text" xml:id="b_1_3"><text:span [^>]*>§1.3<\/text:span>\u2002<text:bookmark-start/,
    )
    expect(content).toMatch(/"Cahier_20_RTL_20_Footnote"[^>]*>\u2002/)
    expect(match(content, /style-name="(Cahier_20_RTL[^"]+)"/g)).toEqual(
      ['Footnote', 'Numbered_20_Text', 'Table_20_Contents'].map(
        (name) => `Cahier_20_RTL_20_${name}`,
      ),
    )
    expect(styles).toMatch(
      /"Cahier_20_RTL_20_Numbered_20_Text"[^§]*?style:writing-mode="rl-tb" fo:margin-left="0cm" fo:text-indent="0cm" fo:margin-right="1.4cm"/,
    )
    expect(styles).toMatch(
      /"Cahier_20_RTL_20_Table_20_Contents"[^§]*?fo:margin-left="0cm" fo:text-indent="0cm" fo:margin-right="0cm" fo:text-align="right"/,
    )
    expect(published({ ...edition, language: 'ar' }).content).toMatch(
      /"Cahier_20_LTR_20_Numbered_20_Text" xml:id="b_1_2"/,
    )
  })
})
