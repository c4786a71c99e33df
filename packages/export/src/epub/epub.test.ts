import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import { editionWords } from '../edition/labels.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { epubExporter } from './epub-exporter.ts'
import { bytesOf, identifierIn, onePixel, openBook } from './sample-book.ts'

describe('the book', () => {
  it('is one file named after the edition', () => {
    expect(epubExporter.render(sampleEdition, onePixel).map((file) => file.path)).toEqual([
      'programme-essai-0.3.0.epub',
    ])
  })

  it('begins with its uncompressed media type, and is dated 1980-01-01', () => {
    const bytes = bytesOf(sampleEdition)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect({
      method: view.getUint16(8, true),
      time: view.getUint16(10, true),
      day: view.getUint16(12, true),
      extra: view.getUint16(28, true),
    }).toEqual({ method: 0, time: 0, day: 0x21, extra: 0 })
  })

  it('is the same, byte for byte, each time', () => {
    expect(bytesOf(structuredClone(sampleEdition))).toEqual(bytesOf(sampleEdition))
  })

  it('keeps its identifier from one rendering to the next, and changes it with the edition', () => {
    expect(identifierIn({ ...sampleEdition, title: 'Autre titre' })).toBe(
      identifierIn(sampleEdition),
    )
    expect(identifierIn({ ...sampleEdition, edition: '0.4.0' })).not.toBe(
      identifierIn(sampleEdition),
    )
  })
})

describe('its files', () => {
  it('have the title of their content', () => {
    const titles = [...openBook(sampleEdition)]
      .filter(([path]) => path.endsWith('.xhtml'))
      .map(([path, text]) => [path, /<title>(.*?)<\/title>/.exec(text)?.[1]])
    expect(Object.fromEntries(titles)).toMatchObject({
      'cover.xhtml': 'Couverture',
      'services/index.xhtml': '1. Services publics',
      'services/guichet.xhtml': '1. Garantir par la loi guichet, téléphone et courrier',
      'bibliography.xhtml': 'Bibliographie',
    })
  })

  it('are all in the table of contents, with landmarks in the language of the edition', () => {
    const navigation = openBook(sampleEdition).get('nav.xhtml') ?? ''
    for (const path of [
      'services/index.xhtml',
      'services/guichet.xhtml',
      'services/statut.xhtml',
      'ia/moratoire.xhtml',
      'bibliography.xhtml',
    ])
      expect(navigation).toContain(`href="${path}"`)
    expect(navigation).toContain(
      '<a epub:type="bodymatter" href="services/index.xhtml">Début du texte</a>',
    )
    expect(navigation).toContain('<a epub:type="cover" href="cover.xhtml">Couverture</a>')
    const [landmarks = ''] = /<nav epub:type="landmarks"[\s\S]*?<\/nav>/.exec(navigation) ?? []
    expect(landmarks.match(/<a /g)?.length).toBe(
      landmarks.match(/<a epub:type="[a-z-]+" href=/g)?.length,
    )
  })

  it('print the number of each block', () => {
    expect(openBook(sampleEdition).get('services/guichet.xhtml')).toContain(
      '<li id="p1-8"><span class="no">§1.8</span> un soir par semaine',
    )
  })

  it('print a note called twice once, as a note that pops up, with a way back to each call', () => {
    const page = openBook(sampleEdition).get('services/guichet.xhtml') ?? ''
    const note = /<aside id="n1-1" role="doc-footnote" epub:type="footnote">[\s\S]*?<\/aside>/.exec(
      page,
    )?.[0]
    expect(page.match(/id="n1-1"/g)).toHaveLength(1)
    expect(
      page.match(
        /<a href="#n1-1"(?=[^>]* id="r1-1-\d")(?=[^>]* role="doc-noteref")[^>]* epub:type="noteref"/g,
      ),
    ).toHaveLength(2)
    expect(note?.match(/role="doc-backlink"/g)).toHaveLength(2)
  })
})

describe('what it says of itself', () => {
  it('has no other date than the edition’s', () => {
    expect(openBook(sampleEdition).get('package.opf')).toContain(
      '<meta property="dcterms:modified">2026-05-01T00:00:00Z</meta>',
    )
  })

  it('claims alternative texts only where there are images and each has one', () => {
    const claim = '<meta property="schema:accessibilityFeature">alternativeText</meta>'
    expect(openBook(sampleEdition).get('package.opf')).not.toContain(claim)
    expect(openBook(withImage('Un point rouge.')).get('package.opf')).toContain(claim)
    expect(openBook(withImage('')).get('package.opf')).not.toContain(claim)
  })

  it('never claims conformance: it was not assessed', () => {
    const said = openBook(withImage('Un point rouge.')).get('package.opf')
    expect(said).not.toMatch(/conformsTo|certifiedBy/)
    expect(said).toContain('Chaque image est décrite par un texte. Personne n’a évalué ce livre')
  })

  it('does not promise that nothing flashes when an image may', () => {
    const gif = Uint8Array.from(
      atob('R0lGODlhAQABAIAAAP8AAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='),
      (letter) => letter.charCodeAt(0),
    )
    const said = openBook(withImage('Un point rouge.'), { readAsset: () => gif }).get('package.opf')
    expect(said).toContain('<meta property="schema:accessibilityHazard">unknown</meta>')
    expect(openBook(sampleEdition).get('package.opf')).toContain(
      '<meta property="schema:accessibilityHazard">none</meta>',
    )
  })

  it('knows an image by its bytes, not by its name', () => {
    expect(openBook(withImage('Un point rouge.')).get('package.opf')).toMatch(
      /href="images\/[0-9a-f]{16}\.png" media-type="image\/png"/,
    )
  })
})

describe('a book that says nothing of who made it', () => {
  it('ends without a colophon, in its pages and in its contents', () => {
    const known = openBook(sampleEdition)
    const unknown = openBook({
      ...sampleEdition,
      publisher: '',
      edition: '',
      date: '',
      licence: '',
      contact: '',
      collectives: [],
    })
    expect(known.get('nav.xhtml')).toContain('colophon.xhtml')
    expect(
      [...unknown].filter(
        ([path, text]) => path !== 'style.css' && `${path}${text}`.includes('colophon'),
      ),
    ).toEqual([])
  })
})

describe('the cover', () => {
  const placesIn = (title: string) => {
    const cover =
      openBook({ ...sampleEdition, title, subtitle: 'Le sous-titre' }).get('cover.svg') ?? ''
    const texts = [...cover.matchAll(/<text x="64" y="([^"]*)" font-size="(\d+)"[^>]*>([^<]*)</g)]
    return texts.map(([, y, size, text = '']) => ({ y: Number(y), size, text }))
  }

  it('says that it is a draft, and only then', () => {
    const [first = ''] = sampleEdition.words.draftNotice.split(' :')
    const said = (draft: boolean) =>
      openBook({ ...sampleEdition, draft })
        .get('cover.svg')
        ?.includes(first.split('\u00A0')[0] as string)
    expect([said(true), said(false)]).toEqual([true, false])
  })

  it('wraps a long title in smaller letters, with the subtitle below its last line', {
    tags: ['long'],
  }, () => {
    for (const [title, size] of [
      ['Un titre', '58'],
      ['CAPITALE NUE', '58'],
      ['Un très long titre '.repeat(60), '28'],
    ] as const) {
      const lines = placesIn(title).filter(({ size: one }) => one === size)
      const under = placesIn(title).find(({ text }) => text === 'Le sous-titre')
      expect(lines.length, title).toBeGreaterThan(0)
      expect(under?.y, title).toBeGreaterThan((lines.at(-1)?.y ?? Infinity) + 20)
    }
    expect(
      placesIn('CAPITALE NUE')
        .filter(({ size }) => size === '58')
        .map(({ text }) => text),
    ).toEqual(['CAPITALE', 'NUE'])
  })
})

describe('a book that is read from right to left', () => {
  it('turns its pages that way, and its margins', () => {
    const arabic = openBook({ ...sampleEdition, language: 'ar', words: editionWords('en', false) })
    expect(arabic.get('nav.xhtml')).toContain('<h1 lang="en" xml:lang="en">Contents</h1>')
    expect(arabic.get('package.opf')).toContain('xml:lang="ar" dir="rtl">')
    expect(openBook({ ...sampleEdition, title: 'Un titre' }).get('cover.svg')).toMatch(
      /<text x="64" y="[^"]*" font-size="58">Un titre</,
    )
    const cover =
      openBook({ ...sampleEdition, language: 'ar', title: 'كتاب', publisher: 'Us' }).get(
        'cover.svg',
      ) ?? ''
    expect(cover).toMatch(/<text x="536" [^>]*direction="rtl">كتاب</)
    expect(cover).toMatch(/<text x="536" [^>]*text-anchor="end">Us</)
    expect(cover).toContain('<g transform="translate(600) scale(-1 1)"><path')
    expect(arabic.get('package.opf')).toContain('<spine page-progression-direction="rtl">')
    for (const [path, text] of arabic)
      if (path.endsWith('.xhtml')) expect([path, text.includes(' dir="rtl"')]).toEqual([path, true])
    expect(arabic.get('style.css')).toContain('blockquote{margin:.7em 1.4em .7em 0}')
    const french = openBook(sampleEdition)
    for (const [, text] of french) expect(text).not.toMatch(/ dir=|progression/)
    expect(french.get('style.css')).toContain('blockquote{margin:.7em 0 .7em 1.4em}')
  })
})

function withImage(alt: string): Edition {
  const [first, ...rest] = sampleEdition.chapters
  if (first === undefined) throw new Error('the sample has chapters')
  const image = {
    type: 'paragraph' as const,
    children: [{ type: 'image' as const, url: 'assets/point.jpg', alt }],
  }
  return { ...sampleEdition, chapters: [{ ...first, introduction: [image], notes: [] }, ...rest] }
}
