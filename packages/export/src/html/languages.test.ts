import { describe, expect, it } from 'vitest'
import type { Chapter, Edition, Material, Work } from '../edition/edition.ts'
import { editionWords } from '../edition/labels.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { li, p, t, table } from '../samples/sample-nodes.ts'
import { htmlExporter } from './html-exporter.ts'

const noAssets: Material = {
  readAsset: (path) => {
    throw new Error(`no asset ${path}`)
  },
}

describe('a programme that is read from right to left', () => {
  const arabic = render({
    ...sampleEdition,
    language: 'ar',
    title: 'يسار left',
    words: editionWords('en', false),
  })

  it('says so on every page, and has its margins, numbers and quotes on the other side', () => {
    for (const [path, text] of pages(arabic))
      expect([path, text.includes('<html lang="ar" dir="rtl">')]).toEqual([path, true])
    for (const [, text] of pages(render(sampleEdition))) expect(text).not.toContain('dir=')
    const style = arabic.get('style.css') ?? ''
    for (const said of [
      '.no{position:absolute;left:calc(',
      'padding-right:1.4em}',
      'dd{margin:.5em 1.4em .5em 0}',
      'th,td{text-align:right',
      '.right{text-align:right}',
    ])
      expect(style).toContain(said)
  })

  it('says that its labels are English, in which it has them, and no word of its own', () => {
    const home = arabic.get('index.html') ?? ''
    expect(home).toContain('<a class="skip" href="#Text" lang="en">')
    expect(home).toMatch(/<a href="index.html" [^>]*lang="en">Home<\/a>/)
    const whole = arabic.get('all.html') ?? ''
    expect(whole).toMatch(/<p class="over" lang="en">Axis 1/)
    expect(whole).toMatch(/<h2 lang="en">Contents<\/h2>/)
    expect(whole).toMatch(/<dt lang="en">/)
    expect(whole).not.toMatch(/<(?:p|a) id[^>]*lang=/)
    for (const language of ['en-GB', 'fr-BE'])
      expect(
        render({ ...sampleEdition, language })
          .get(language === 'fr-BE' ? 'tout.html' : 'all.html')
          ?.match(/ lang=/g),
      ).toHaveLength(1)
  })

  it('leaves code as it is read', () => {
    const [first] = sampleEdition.chapters
    const introduction: FlowNode[] = [
      { type: 'paragraph', children: [{ type: 'inlineCode', value: 'a ** b' }] },
    ]
    const code = {
      ...sampleEdition,
      chapters: first === undefined ? [] : [{ ...first, introduction, notes: [] }],
    }
    expect(render({ ...code, language: 'fa' }).get('all.html')).toContain(
      '<code dir="ltr">a ** b</code>',
    )
    expect(render(code).get('tout.html')).toContain('<code>a ** b</code>')
  })

  it('turns its sheets of paper round, and no word of its title', () => {
    const paper = arabic.get('paper.css') ?? ''
    expect(paper).toContain('@top-right{padding-right:16mm;content:"يسار left"}')
    expect(paper).toContain('body{max-width:none;padding:0 16mm 0 0}')
  })
})

it('the title of a work in another language says which, on the site', () => {
  const work = {
    ...(sampleEdition.bibliography[0] as Work),
    nodes: [{ type: 'emphasis' as const, data: { lang: 'en' }, children: [t('By default')] }],
  }
  expect(render({ ...sampleEdition, bibliography: [work] }).get('sources.html')).toContain(
    '<em lang="en">By default</em>',
  )
})

describe('a block that is read the other way than its page', () => {
  const arabic = 'نص بالعربية (بين قوسين)، 2026.'
  const blocks: FlowNode[] = [
    p('1.1', 1, 'Un mot arabe, عربي, ne tourne rien.'),
    p('1.2', 2, arabic),
    p('1.3', 3, { type: 'inlineCode', value: 'npm' }, ` ${arabic}`),
    {
      type: 'list',
      ordered: true,
      children: [li('1.4', 4, [arabic]), li('1.5', 5, ['\u2068Non\u2069 123 ', arabic])],
    },
    { type: 'list', ordered: false, children: [li('1.6', 6, ['Un']), li('1.7', 7, [arabic])] },
    table('1.8', 8, [null, null], [['Nom', 'قيمة']]),
  ]
  const [chapter] = sampleEdition.chapters
  const pageOf = (language: string) =>
    render({
      ...sampleEdition,
      language,
      chapters: [{ ...(chapter as Chapter), introduction: blocks, notes: [] }],
    }).get('services/index.html') ?? ''

  it('says which way that is; its number, and code in it, go on as they were', () => {
    const page = pageOf('fr')
    expect(page).toContain('<p id="p1-1">')
    expect(page).toContain(
      '<p id="p1-2" dir="rtl"><a class="no" href="#p1-2" dir="ltr">§1.2</a> نص',
    )
    expect(page).toMatch(/<p id="p1-3" dir="rtl">.*?<code dir="ltr">npm<\/code>/)
    expect(page).toMatch(/<ol dir="rtl">\s*<li id="p1-4">[^§]*§1.4.*?\s*<li id="p1-5">/)
    expect(page).toMatch(/<ul>\s*<li id="p1-6">.*?\s*<li id="p1-7" dir="rtl">/)
    expect(page).toMatch(/<th scope="col">Nom<\/th>\s*<th scope="col" dir="rtl">قيمة/)
  })

  it('marks French text on an Arabic page, but no label', () => {
    const page = pageOf('ar')
    expect(page).toContain('<p id="p1-1" dir="ltr">')
    expect(page).toContain('<p id="p1-2">')
    expect(page).toMatch(/<h2 lang="en">/)
  })
})

it('an English edition has no French word in the addresses of its pages, its sheets and what is in them', () => {
  const english = render({ ...sampleEdition, language: 'en', words: editionWords('en', false) })
  expect([...english.keys()].filter((path) => FRENCH_NAMES.test(path))).toEqual([])
  expect(english.has('recipients.html')).toBe(true)
  expect(english.get('recipients.html')).toMatch(/href="recipients\/\w+\.html"/)
  expect([...english.values()].join('')).not.toMatch(
    /(?:href|id)="#?(?:[^"]*\/)?(?:Texte|mots|tout|destinataires|amendements|changements)\b/,
  )
  expect([...render(sampleEdition).keys()]).toEqual(
    expect.arrayContaining(['tout.html', 'destinataires.html', 'mots.html', 'mesure.css']),
  )
})

const FRENCH_NAMES =
  /(?:^|\/)(?:tout|destinataires|amendements|changements|mots|mesure|titre|papier|amendement)\b/

it('an English edition has no space before its colons, nor in drawings', () => {
  const english = render({ ...sampleEdition, language: 'en', words: editionWords('en', false) })
  const site = pages(english)
    .map(([, text]) => text)
    .join('')
  const days = site.match(/<li class="(?:ring|full|square)">[^<]*/g) ?? []
  expect(days.length).toBeGreaterThan(0)
  for (const day of days) expect(day).toMatch(/>\d+ \p{L}+ \d{4}: \S/u)
  const drawings = site.match(/aria-label="[^"]*"/g) ?? []
  for (const drawing of drawings) expect(drawing).not.toMatch(/[\u00A0\u202F]/)
})

function render(edition: Edition): Map<string, string> {
  return new Map(
    htmlExporter
      .render(edition, noAssets)
      .map((file) => [file.path.replace(/^site\//, ''), new TextDecoder().decode(file.bytes)]),
  )
}

function pages(site: Map<string, string>): [string, string][] {
  return [...site].filter(([path]) => path.endsWith('.html'))
}
