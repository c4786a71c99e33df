import { describe, expect, it } from 'vitest'
import type { Edition, EditionKind } from '../edition/edition.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { p } from '../samples/sample-nodes.ts'
import { htmlExporter } from './html-exporter.ts'

const book: Edition = {
  ...sampleEdition,
  kind: 'book',
  changes: null,
  transmissions: [],
  bibliography: [],
  collectives: [],
  addressees: [],
  horizons: [],
  chapters: ['un', 'deux', 'trois'].map((id, index) => ({
    id,
    number: index + 1,
    title: `Chapitre ${id}`,
    question: '',
    introduction: [p(`${index + 1}.1`, 1, `Le premier guichet du chapitre ${id}.`)],
    notes: [],
    measures: [],
    whole: '',
  })),
}

describe.each(['tribune', 'brochure', 'charter', 'dissent'] as const)(
  'a %s',
  (kind: EditionKind) => {
    const site = render({ ...sampleEdition, kind })

    it('is one page, with links to nothing that is not there', () => {
      expect([...site.keys()].filter((path) => !path.endsWith('.css'))).toEqual(['index.html'])
      const page = site.get('index.html') ?? ''
      for (const [, href = ''] of page.matchAll(/href="([^":]*)"/g))
        expect(
          href.startsWith('#') ? page.includes(`id="${href.slice(1)}"`) : site.has(href),
          href,
        ).toBe(true)
      expect(page).not.toContain('<nav')
    })
  },
)

describe('a brochure', () => {
  it('is printed on A5, anything else on A4', () => {
    expect(render({ ...sampleEdition, kind: 'brochure' }).get('papier.css')).toContain(
      '@page{size:A5;',
    )
    expect(render(sampleEdition).get('papier.css')).toContain('@page{size:A4;')
  })
})

describe('a charter', () => {
  it('has boxes to tick under each proposal that one answers, and lines to sign on at the end', () => {
    const chapters = sampleEdition.chapters.map((chapter) => ({
      ...chapter,
      measures: chapter.measures.map((measure) => ({ ...measure, answer: measure.number < 3 })),
    }))
    const page = render({ ...sampleEdition, kind: 'charter', chapters }).get('index.html') ?? ''
    expect(page.match(/<ul class="boxes">/g)).toHaveLength(2)
    expect(page.indexOf('Fait à')).toBeGreaterThan(page.lastIndexOf('Nous ne la reprenons pas'))
    expect(page).not.toMatch(/<(form|input)/)
  })
})

describe('a book', () => {
  const site = render(book)

  it('has a page for each chapter, the next and the one before, and no page about what it does not have', () => {
    expect([...site.keys()].filter((path) => /^[a-z]+(\/index)?\.html$/.test(path))).toEqual([
      'index.html',
      'un/index.html',
      'deux/index.html',
      'trois/index.html',
      'mots.html',
      'tout.html',
    ])
    expect(site.get('deux/index.html')).toMatch(
      /rel="prev" href="\.\.\/un\/index\.html"[\s\S]*rel="next" href="\.\.\/trois\/index\.html"/,
    )
  })

  it('finds a word in its paragraphs', () => {
    const index = [...site].find(
      ([path, text]) => path.startsWith('mots-') && text.includes('guichet'),
    )?.[1]
    expect(index).toContain(
      'guichet, <a href="un/index.html#p1-1">§1.1</a>, <a href="deux/index.html#p2-1">§2.1</a>, <a href="trois/index.html#p3-1">§3.1</a>',
    )
  })
})

function render(edition: Edition): Map<string, string> {
  const readAsset = (path: string) => {
    throw new Error(`no asset ${path}`)
  }
  return new Map(
    htmlExporter
      .render(edition, { readAsset })
      .map((file) => [file.path.replace(/^site\//, ''), new TextDecoder().decode(file.bytes)]),
  )
}
