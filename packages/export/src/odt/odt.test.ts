import { strFromU8, unzipSync } from 'fflate'
import type { BlockContent, Image, PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { EditionKind } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { call, h, li, p, pre, t, table } from '../samples/sample-nodes.ts'
import {
  match,
  matches,
  note,
  plainOf,
  published,
  render,
  textAt,
  withBlocks,
} from './sample-odt.ts'

describe('notes', () => {
  it('prints a note called twice once, and refers to it the second time', () => {
    const { content } = published(sampleEdition)
    expect(matches(content, /INSEE, /g)).toBe(1)
    expect(content).toMatch(/<text:note text:id="n_b_1_1"(?:(?!<text:note ).)*INSEE, /)
    expect(match(content, /<text:note-ref [^>]*text:ref-name="([^"]+)">1</g)).toEqual(['n_b_1_1'])
  })

  it('keeps the number each has in its proposal, which is that of every format', () => {
    const { content } = published(sampleEdition)
    expect(match(content, /<text:note-citation text:label="(\d+)">\1</g)).toEqual([
      '1',
      '1',
      '2',
      '3',
      '1',
    ])
  })

  it('prints a note within a note in brackets', () => {
    const notes = [
      note('a', 1, p('', 9, 'Voir le rapport', call('b', 2), '.')),
      note('b', 2, p('', 10, 'INSEE, 2022')),
    ]
    const { text } = published(withBlocks([p('1.2', 2, 'Un tiers', call('a', 1), '.')], notes))
    expect(text).toContain('Voir le rapport (INSEE, 2022).')
  })

  it('prints a table in a note as lines', () => {
    const notes = [
      note(
        'a',
        1,
        table(
          '',
          9,
          [null, null],
          [
            ['an', 'part'],
            ['2022', 'un tiers'],
          ],
        ),
      ),
    ]
    const { content } = published(withBlocks([p('1.2', 2, 'Un tiers', call('a', 1), '.')], notes))
    expect(textAt(content, 'b_1_9_2')).toBe('2022 | un tiers')
    expect(content).not.toContain('table:table ')
  })
})

describe('tables', () => {
  it('repeats the header row, leaves an empty cell a paragraph, aligns figures with a named style', () => {
    const { content } = published(sampleEdition)
    const header =
      /<table:table-header-rows>(.*?)<\/table:table-header-rows>/.exec(content)?.[1] ?? ''
    expect(plainOf(header)).toBe('Canal20122022Ce que dit l’enquête')
    expect(content).toMatch(/<text:p text:style-name="Table_20_Contents" xml:id="b_1_3_r3_c4"\/>/)
    expect(content).toContain('text:style-name="Cahier_20_Table_20_Contents_20_Right"')
  })

  it('sets tables of many columns in smaller letters', () => {
    const crowded = (columns: number) => {
      const row = Array.from({ length: columns }, (_, column) => `12~00${column}`)
      const align = row.map(() => null)
      const { content } = published(withBlocks([table('1.1', 1, align, [row, row])]))
      return [
        /table:style-name="Cahier\.CloseHead"/.test(content),
        content.split('<text:span text:style-name="Cahier_20_Crowded">').length - 1,
      ]
    }
    expect(crowded(8)).toEqual([false, 0])
    expect(crowded(9)).toEqual([true, 18])
  })

  it('splits a list around a table and continues its numbers', () => {
    const rows = [['A'], ['1']]
    const list: FlowNode = {
      type: 'list',
      ordered: true,
      start: 3,
      spread: false,
      children: [
        li('1.2', 2, ['un'], table('1.3', 3, [null], rows) as BlockContent),
        li('1.4', 4, ['deux']),
      ],
    }
    const { content } = published(withBlocks([list]))
    expect(content).toMatch(
      /<text:list-item text:start-value="3">.*?<\/text:list><text:p [^>]*"Table".*?<\/table:table><text:list [^>]*text:continue-numbering="true">/,
    )
  })
})

describe('the text', () => {
  it('shows the number of each block', () => {
    const { text } = published(sampleEdition)
    for (const number of ['1.1', '1.3', '1.5', '1.8', '1.11', '1.14', '3.5'])
      expect(text).toContain(`§${number}`)
  })

  it('keeps spaces, tabs and lines of code, and no-break spaces of prose', () => {
    const { content } = published(
      withBlocks([pre('1.2', 2, ' a   b\n\tc\n'), p('1.3', 3, 'Quoi|? 48~%')]),
    )
    expect(content).toContain(
      'text:name="b_1_2"/> a <text:s text:c="2"/>b<text:line-break/><text:tab/>c<text:bookmark-end',
    )
    expect(content).toContain('Quoi\u202F? 48\u00A0%')
    expect(published(withBlocks([pre('', 2, '  a')])).content).toContain('<text:s text:c="2"/>a<')
  })

  it('joins the lines of a paragraph, and breaks where the source does', () => {
    const { content } = published(withBlocks([p('1.2', 2, 'un\ndeux', { type: 'break' }, 'trois')]))
    expect(content).toContain('un deux<text:line-break/>trois')
  })

  it('escapes what XML would read, drops what it cannot hold', () => {
    const { content } = published(withBlocks([p('1.2', 2, 'a < b & c\u0007\uFFFE d')]))
    expect(content).toMatch(/a &lt; b &amp; c d/)
  })

  it('names who disagrees, marks examples, and prints objections after the text', () => {
    const { text } = published(sampleEdition)
    expect(text).toContain('Assemblée du bocage (exemple), réserve, 2 avril 2026')
    expect(text).toContain('objection, 11 février 2026, sur un texte antérieur')
    expect(text.indexOf('Trente minutes en voiture')).toBeGreaterThan(
      text.indexOf('Exiger les effectifs'),
    )
    expect(text.indexOf('Trente minutes en voiture')).toBeLessThan(
      text.indexOf('Le décret fixe les heures'),
    )
  })

  it('has a title page with the notices', () => {
    const front = plainOf(
      published(sampleEdition).content.split('<text:table-of-content ')[0] ?? '',
    )
    for (const said of [
      sampleEdition.title,
      '1er mai 2026',
      'Assemblée d’essai',
      sampleEdition.words.draftNotice,
      sampleEdition.words.examplesNotice,
    ])
      expect(front).toContain(said)
  })
})

describe('headings', () => {
  it('go from axis to proposal to section without a jump', () => {
    const levels = match(
      published(sampleEdition).content,
      /text:outline-level="(\d)"(?: [^>]*)?><text:(?:span|bookmark)/g,
    ).map(Number)
    expect(levels.slice(0, 4)).toEqual([1, 2, 3, 3])
    expect(
      levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1),
    ).toBe(true)
  })

  it('are all that the contents lists, down to proposals', () => {
    const { content } = published(sampleEdition)
    const contents = /<text:index-body>(.*?)<\/text:index-body>/.exec(content)?.[1] ?? ''
    expect(
      match(content, /<text:table-of-content-entry-template text:outline-level="(\d)"/g),
    ).toEqual(['1', '2'])
    expect(match(contents, /<text:a [^>]*>(.*?)<\/text:a>/g).map(plainOf)).toEqual([
      'Axe 1. Services publics',
      '1.Garantir par la loi guichet, téléphone et courrier',
      '2.Créer un statut\u202F: l’objection de conscience numérique',
      'Axe 2. Intelligence artificielle',
      '3.Suspendre l’ouverture de centres de données',
      'Ce qui a changé',
      'Bibliographie',
      'Colophon',
    ])
  })

  it('of the bibliography are followed by works, each with its level in words', () => {
    expect(published(sampleEdition).text).toContain('source primaire')
  })

  it('of an introduction are right below the axis', () => {
    const [chapter] = sampleEdition.chapters
    if (chapter === undefined) throw new Error('the sample has chapters')
    const { content } = published({
      ...sampleEdition,
      chapters: [{ ...chapter, introduction: [h(2, 1, 'Repères')] }],
    })
    expect(content).toContain('xml:id="c_1_1" text:outline-level="2">')
  })
})

describe('styles', () => {
  it('are all named: only tables have automatic ones, and every style used is defined', () => {
    const { content, styles } = published(sampleEdition)
    const automatic =
      /<office:automatic-styles>(.*?)<\/office:automatic-styles>/.exec(content)?.[1] ?? ''
    expect(new Set(match(automatic, /style:family="([^"]+)"/g))).toEqual(
      new Set(['table', 'table-column', 'table-cell']),
    )
    const defined = new Set(
      match(`${automatic}${styles}`, /<(?:style:style|text:list-style) style:name="([^"]+)"/g),
    )
    const used = match(
      `${content}${styles}`,
      /(?:text:style-name|table:style-name|style:parent-style-name|style:list-style-name)="([^"]+)"/g,
    )
    expect(used.filter((name) => !defined.has(name))).toEqual([])
  })

  it('speak the language of the edition, and that of foreign words', () => {
    const foreign: PhrasingContent = {
      type: 'emphasis',
      data: { lang: 'en' },
      children: [t('Digital by default')],
    }
    const { content, styles } = published(withBlocks([p('1.2', 2, foreign)]))
    expect(styles).toMatch(
      /style:default-style style:family="paragraph".*?fo:language="fr" fo:country="FR"/,
    )
    expect(styles).toMatch(
      /style:name="Cahier_20_Language_20_en".*?fo:language="en" fo:country="GB"/,
    )
    expect(content).toContain('<text:span text:style-name="Cahier_20_Language_20_en">')
    expect(published({ ...sampleEdition, language: 'fr-BE' }).styles).toContain(
      'fo:language="fr" fo:country="BE"',
    )
    expect(published({ ...sampleEdition, language: 'FR' }).styles).toContain(
      'fo:language="fr" fo:country="FR"',
    )
    expect(published({ ...sampleEdition, language: 'sr-Latn-RS' }).styles).toContain(
      'fo:language="sr" fo:country="RS" fo:script="Latn"',
    )
  })

  it('keep what a proposal is under its title, on one page with where its text begins', {
    tags: ['long'],
  }, () => {
    const keeping = (name: string, kind: EditionKind = 'programme') =>
      new RegExp(`style:name="Cahier_20_${name}".*?</style:style>`)
        .exec(published({ ...sampleEdition, kind }).styles)?.[0]
        .match(/keep-with-next="(\w+)"/)?.[1]
    expect(['Status', 'Summary', 'Fact'].map((name) => keeping(name))).toEqual([
      'always',
      'always',
      'always',
    ])
    expect([keeping('Life'), keeping('Colophon')]).toEqual(['auto', 'auto'])
    expect([keeping('Summary', 'tribune'), keeping('Summary', 'brochure')]).toEqual([
      'auto',
      'auto',
    ])
  })

  it('number lines of body text, every five, and say on each page that this is a draft', () => {
    const { styles } = published(sampleEdition)
    expect(styles).toMatch(/<text:linenumbering-configuration [^>]*text:increment="5"/)
    const feet = match(styles, /<style:footer(?:-left)?>(.*?)<\/style:footer/g).map(plainOf)
    expect(feet).toHaveLength(4)
    expect(feet.every((foot) => foot.includes(sampleEdition.words.draftNotice))).toBe(true)
    expect(published({ ...sampleEdition, draft: false }).styles).not.toContain(
      sampleEdition.words.draftNotice,
    )
  })
})

describe('pictures', () => {
  const pixel = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    ),
    (letter) => letter.charCodeAt(0),
  )
  const image: Image = {
    type: 'image',
    url: 'assets/courbe.png',
    alt: 'Une courbe qui monte.',
    title: 'La consommation depuis 2010',
  }

  it('go into the package once, with their words and a numbered caption', () => {
    const { content, text, files } = published(
      withBlocks([p('1.2', 2, image), p('1.3', 3, 'Encore ', image)]),
      () => pixel,
    )
    expect(Object.keys(files).filter((path) => path.startsWith('Pictures/'))).toEqual([
      'Pictures/1.png',
    ])
    expect(strFromU8(files['META-INF/manifest.xml'] ?? new Uint8Array())).toContain(
      'manifest:full-path="Pictures/1.png"',
    )
    expect(matches(content, /<svg:desc>Une courbe qui monte\.<\/svg:desc>/g)).toBe(2)
    expect(text).toContain('Figure\u00A01. La consommation depuis 2010')
    expect(matches(content, /<svg:title>La consommation depuis 2010</g)).toBe(2)
    expect(
      published(withBlocks([p('1.2', 2, { ...image, title: '' })]), () => pixel).content,
    ).not.toContain('svg:title')
  })

  it('alone in their paragraph hang from its line, which the number of the block is on', () => {
    const { content, styles } = published(
      withBlocks([p('1.2', 2, image), p('1.3', 3, 'Encore ', image)]),
      () => pixel,
    )
    expect(match(content, /<draw:frame draw:style-name="([^"]+)"/g)).toEqual([
      'Cahier_20_Picture_20_Alone',
      'Graphics',
    ])
    expect(styles).toMatch(
      /"Cahier_20_Picture_20_Alone".*?style:vertical-pos="top" style:vertical-rel="line"/,
    )
  })

  it('that are wide do not stretch the line before them', () => {
    const wide = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 50" width="400" height="50"/>',
    )
    const texts = withBlocks([p('1.2', 2, 'Encore ', image), p('1.3', 3, 'Encore')])
    const stylesOf = (bytes: Uint8Array) =>
      match(published(texts, () => bytes).content, /"(Cahier_20_Numbered_20_Text[^"]*)"/g)
    expect(stylesOf(wide)).toEqual([
      'Cahier_20_Numbered_20_Text_20_With_20_Pictures',
      'Cahier_20_Numbered_20_Text',
    ])
    expect(stylesOf(pixel)).toEqual(['Cahier_20_Numbered_20_Text', 'Cahier_20_Numbered_20_Text'])
  })

  it('are as wide as their list or quotation allows', () => {
    const wide = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 50" width="900" height="50"/>',
    )
    const quoted: FlowNode = { type: 'blockquote', children: [p('1.3', 3, image)] }
    const { content } = published(withBlocks([p('1.2', 2, image), quoted]), () => wide)
    const [whole = 0, narrow = 0] = match(content, /svg:width="([\d.]+)cm"/g).map(Number)
    expect(whole - narrow).toBeCloseTo(1.6)
  })

  it('that cannot be shown are replaced by their words', () => {
    const { content, text } = published(
      withBlocks([p('1.2', 2, image)]),
      () => new Uint8Array([1, 2, 3]),
    )
    expect(content).not.toContain('draw:frame')
    expect(text).toContain('Une courbe qui monte.')
  })
})

it('links to the contact, however the address is written', () => {
  const { content } = published({ ...sampleEdition, contact: 'mailto:bureau@exemple.org' })
  expect(content).toMatch(/xlink:href="mailto:bureau@exemple.org"[^>]*>bureau@exemple.org</)
})

describe('a document without a publisher', () => {
  it('ends without a colophon, in its pages and in its contents', () => {
    expect(published(sampleEdition).content).toContain('>Colophon<')
    const unknown = {
      ...sampleEdition,
      publisher: '',
      edition: '',
      date: '',
      licence: '',
      contact: '',
      collectives: [],
    }
    expect(published(unknown).content).not.toMatch(/colophon/i)
  })
})

describe('the package', () => {
  it('is the same, byte for byte, each time', () => {
    const twice = [render(sampleEdition), render(structuredClone(sampleEdition))].map((bytes) =>
      Buffer.from(bytes).toString('base64'),
    )
    expect(twice[0]).toBe(twice[1])
  })

  it('begins with its media type, stored, without an extra field, and lists all it holds', () => {
    const bytes = render(sampleEdition)
    expect(strFromU8(bytes.subarray(30, 77))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    )
    const listed = match(
      strFromU8(unzipSync(bytes)['META-INF/manifest.xml'] ?? new Uint8Array()),
      /full-path="([^"]+)"/g,
    )
    expect(listed).toEqual(['/', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml'])
  })

  it('has metadata, with no date but that of the edition', () => {
    const { meta, path } = published(sampleEdition)
    expect(path).toBe('programme-essai-0.3.0.odt')
    expect(meta).toContain('<dc:creator>Assemblée d’essai</dc:creator>')
    expect(meta).toContain(
      '<meta:user-defined meta:name="cahier-edition" meta:value-type="string">0.3.0</meta:user-defined>',
    )
    expect(match(meta, /\d{4}-\d\d-\d\dT[\d:]+/g)).toEqual([
      '2026-05-01T00:00:00',
      '2026-05-01T00:00:00',
    ])
  })
})
