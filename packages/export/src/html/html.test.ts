import type { RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Edition, Material } from '../edition/edition.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { htmlExporter } from './html-exporter.ts'

const noAssets: Material = {
  readAsset: (path) => {
    throw new Error(`no asset ${path}`)
  },
}

describe('a block of a proposal', () => {
  it('links its number to itself, with a mark if not adopted, on its own page and on the single page', () => {
    const site = render(sampleEdition)
    for (const number of numbersOf(sampleEdition)) {
      const id = `p${number.replace('.', '-')}`
      const mark = { 1: '', 2: ' <i>projet</i>', 3: ' <i>en débat</i>' }[number.charAt(0)]
      for (const page of [
        site.get(
          number.startsWith('1.')
            ? 'services/guichet.html'
            : number.startsWith('2.')
              ? 'services/statut.html'
              : 'ia/moratoire.html',
        ),
        site.get('tout.html'),
      ]) {
        expect(page?.split(`id="${id}"`)).toHaveLength(2)
        expect(page).toContain(`href="#${id}">§${number}${mark}</a>`)
      }
    }
  })
})

describe('an edition that says nothing of who made it', () => {
  it('ends without a colophon', () => {
    const known = render(sampleEdition)
    const unknown = render({
      ...sampleEdition,
      publisher: '',
      edition: '',
      date: '',
      licence: '',
      contact: '',
      collectives: [],
    })
    for (const page of ['index.html', 'tout.html']) {
      expect(known.get(page)).toContain('class="colophon"')
      expect(unknown.get(page)).not.toContain('colophon')
    }
  })
})

describe('a note called twice', () => {
  it('is printed once, with a way back to each call', () => {
    const page = pageOf('services/guichet.html')
    expect(page.match(/id="n1-1"/g)).toHaveLength(1)
    expect(page.match(/href="#n1-1"/g)).toHaveLength(2)
    const printed = page.slice(page.indexOf('id="n1-1"'), page.indexOf('id="n1-2"'))
    expect(printed).toContain('href="#r1-1-1"')
    expect(printed).toContain('href="#r1-1-2"')
    expect(printed).toContain('>↑a</a>')
    expect(printed).toContain('>b</a>')
  })
})

describe('a proposal', () => {
  it('prints dissent after what people consent to and before the rest', () => {
    const page = pageOf('services/guichet.html')
    const places = [
      'Pourquoi</h2>',
      'Ce que nous proposons</h2>',
      'Ce que nous demandons</h2>',
      'Trente minutes en voiture',
      'Décision</h2>',
      'Mise en œuvre</h2>',
    ].map((words) => page.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('says who disagrees, that it is an example, and that the text has changed since', () => {
    expect(pageOf('ia/moratoire.html')).toContain(
      '<strong>Assemblée du bocage (exemple)</strong>, objection, 11 février 2026, sur un texte antérieur',
    )
  })

  it('heads the columns of a table, but leaves an empty head silent', () => {
    const [table] = /<table>[\s\S]*?<\/table>/.exec(pageOf('services/guichet.html')) ?? []
    expect(table?.match(/<th scope="col"/g)).toHaveLength(4)
  })
})

describe('the site', () => {
  it('runs nothing and asks nothing of anyone', () => {
    for (const [path, text] of render(sampleEdition)) {
      expect(text, path).not.toMatch(/<script|\son[a-z]+=|\sstyle=|<iframe|@import|url\((?!#)/)
      expect([...text.matchAll(/(?:src=|<link [^>]*href=)"(https?:[^"]*)"/g)], path).toEqual([])
    }
  })

  it('has no link that leads nowhere and no id twice', () => {
    const site = render(sampleEdition)
    for (const [path, text] of site) {
      const ids = idsIn(text)
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const [, href = ''] of text.matchAll(/href="([^":]*)"/g)) {
        const { pathname, hash } = new URL(href, `file:///${path}`)
        const target = site.get(pathname.slice(1))
        expect(target, `${path} → ${href}`).toBeDefined()
        if (hash !== '') expect(idsIn(target ?? ''), `${path} → ${href}`).toContain(hash.slice(1))
      }
    }
  })

  it('says on every page that it is a draft and that some members are examples, and says neither when it is not so', () => {
    for (const [path, text] of pages(render(sampleEdition))) {
      expect(text, path).toContain(sampleEdition.words.draftNotice)
      expect(text, path).toContain(sampleEdition.words.examplesNotice)
    }
    for (const [path, text] of pages(render({ ...sampleEdition, draft: false, examples: false }))) {
      expect(text, path).not.toContain(sampleEdition.words.draftNotice)
      expect(text, path).not.toContain(sampleEdition.words.examplesNotice)
    }
  })

  it('gives each stance as a word beside its sign', () => {
    const page = pageOf('consensus.html')
    expect(page).toContain('<span aria-hidden="true">±</span><small>réserve</small>')
    expect(page).toContain(
      '<span aria-hidden="true">×</span><small>objection, sur un texte antérieur</small>',
    )
    expect(page).toContain('<span aria-hidden="true">·</span><small>n’a rien dit</small>')
    expect(page).toMatch(/n’a rien dit\u00A0: 1".*<small>n’était pas membre<\/small>/s)
    expect(page).toContain(
      'aria-label="Avancement\u00A0: adoptée avec réserves\u00A0: 1\u202F; en consultation\u00A0: 1\u202F; à l’état de projet\u00A0: 1"',
    )
  })

  it('groups requests by addressee, and leaves out addressees without any', () => {
    const index = pageOf('destinataires.html')
    expect(index).toContain('<a href="destinataires/communes.html">Communes</a>')
    expect(index).not.toContain('Mouvements sociaux')
    const page = pageOf('destinataires/communes.html')
    expect(page).toContain(
      '<dt><a href="../ia/moratoire.html">3. Suspendre l’ouverture de centres de données</a>',
    )
    expect(page).toContain(
      '<a class="no" href="../ia/moratoire.html#p3-4">§3.4</a> Refuser le permis',
    )
  })

  it('lists a title that ends with a full stop without it, since a comma follows', () => {
    const [chapter, ...others] = sampleEdition.chapters
    if (chapter?.measures[0] === undefined) throw new Error('The sample has no proposal')
    const [first, ...rest] = chapter.measures
    const chapters = [
      { ...chapter, measures: [{ ...first, title: 'Rouvrir les guichets.' }, ...rest] },
      ...others,
    ]
    const site = render({ ...sampleEdition, chapters })
    expect(site.get('index.html')).toContain('>Rouvrir les guichets</a>, <em>')
    expect(site.get('services/guichet.html')).toContain('<h1>Rouvrir les guichets.</h1>')
  })

  it('has a page for an axis and one for its proposal that is called “index”', () => {
    const [chapter, ...others] = sampleEdition.chapters
    if (chapter?.measures[0] === undefined) throw new Error('The sample has no proposal')
    const [first, ...rest] = chapter.measures
    const files = htmlExporter.render(
      {
        ...sampleEdition,
        chapters: [{ ...chapter, measures: [{ ...first, id: 'index' }, ...rest] }, ...others],
      },
      noAssets,
    )
    const paths = files.map(({ path }) => path)
    expect(paths.filter((path, rank) => paths.indexOf(path) !== rank)).toEqual([])
    expect(paths).toEqual(
      expect.arrayContaining(['site/services/index.html', 'site/services/index-.html']),
    )
  })

  it('gathers proposals by horizon', () => {
    expect(pageOf('horizons.html')).toContain(
      '<a href="horizons/court.html">Court terme (moins d’un an)</a>',
    )
    expect(pageOf('horizons/court.html')).toMatch(/statut\.html[\s\S]*moratoire\.html/)
    expect(pageOf('horizons/court.html')).not.toContain('guichet.html')
  })

  it('prints the changelog, then changes with links to remaining proposals', () => {
    const page = pageOf('changements.html')
    expect(page).toContain('Depuis l’édition 0.2.0 (1er février 2026)')
    expect(page.indexOf('samedi par mois')).toBeLessThan(page.indexOf('Le texte adopté a changé.'))
    expect(page).toContain(
      '<a href="services/guichet.html">Garantir par la loi guichet, téléphone et courrier</a>',
    )
    expect(page).toContain('<p>Interdire les écrans dans les abribus</p>\n<p>Elle a été retirée.')
  })

  it('weighs little: no page of the sample with its style over fifteen thousand bytes but the page of everything, and half under six', () => {
    const site = render(sampleEdition)
    const bytes = (path: string) => new TextEncoder().encode(site.get(path)).length
    const weights = pages(site)
      .filter(([path]) => path !== 'tout.html')
      .map(
        ([path, text]) =>
          bytes(path) + sheetsOf(text).reduce((sum, sheet) => sum + bytes(sheet), 0),
      )
      .sort((a, b) => a - b)
    expect(weights.at(-1)).toBeLessThan(15_000)
    expect(weights[weights.length >> 1]).toBeLessThan(6000)
  })

  it('gives publisher, licence and changes', () => {
    const feed = pageOf('atom.xml')
    expect(feed).toContain(
      '<author><name>Assemblée d’essai</name></author><rights>CC BY-SA 4.0</rights>',
    )
    expect(feed).toContain('4. Interdire les écrans dans les abribus\u00A0: Elle a été retirée.')
  })

  it('has no other date than the edition’s', () => {
    expect(
      render(sampleEdition)
        .get('atom.xml')
        ?.match(/<updated>.*?<\/updated>/g),
    ).toEqual([
      '<updated>2026-05-01T00:00:00Z</updated>',
      '<updated>2026-05-01T00:00:00Z</updated>',
    ])
  })

  it('is the same, byte for byte, each time', { tags: ['long'] }, () => {
    expect(htmlExporter.render(structuredClone(sampleEdition), noAssets)).toEqual(
      htmlExporter.render(sampleEdition, noAssets),
    )
  })
})

describe('text that would do harm', () => {
  it('is printed as text', () => {
    const site = render(
      withParagraph(
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              url: 'javascript:alert(1)',
              children: [{ type: 'text', value: '<script>alert(2)</script>\u0000\u001B[31m' }],
            },
          ],
        },
        '</style><script>"',
      ),
    )
    const page = site.get('services/index.html')
    expect(page).toContain('&#x3C;script>alert(2)&#x3C;/script>[31m')
    expect(page).not.toContain('javascript:')
    expect([...site.values()].join('')).not.toContain('<script')
  })

  it('a contact that is a mailbox can be written to, and any other stays words', () => {
    expect(
      render({ ...sampleEdition, contact: 'mailto:bureau@exemple.org' }).get('index.html'),
    ).toContain('<a href="mailto:bureau@exemple.org">bureau@exemple.org</a>')
    expect(
      render({ ...sampleEdition, contact: 'mailto:a@b.fr?x=<y>' }).get('index.html'),
    ).toContain('<dd>mailto:a@b.fr?x=&#x3C;y>')
  })

  it('a drawing that runs something gives its alternative text', () => {
    const shown = (svg: string) => {
      const edition = withParagraph({
        type: 'paragraph',
        children: [
          {
            type: 'image',
            url: 'assets/courbe.svg',
            alt: 'La courbe monte.',
            title: 'Émissions, 1990 à 2024',
          },
        ],
      })
      const files = htmlExporter.render(edition, { readAsset: () => new TextEncoder().encode(svg) })
      const page = files.find((file) => file.path === 'site/services/index.html')
      return {
        page: new TextDecoder().decode(page?.bytes),
        images: files.filter((file) => file.path.startsWith('site/images/')).length,
      }
    }
    const still = shown('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>')
    expect(still.page).toMatch(
      /<img src="\.\.\/images\/[0-9a-f]{16}\.svg" alt="La courbe monte\.">/,
    )
    expect(still.images).toBe(1)
    expect(still.page).toMatch(
      /<figure><img [^>]*>\n?<figcaption>Émissions, 1990 à 2024<\/figcaption>/,
    )
    for (const harm of [
      '<script>1</script>',
      '<g onload="x()"/>',
      '<a href="javascript:x"><path/></a>',
      '<image href="https://example.org/x.png"/>',
      '<style>@import "x"</style>',
      '<rect fill="url(https://example.org/)"/>',
    ]) {
      const refused = shown(`<svg xmlns="http://www.w3.org/2000/svg">${harm}</svg>`)
      expect(refused.page, harm).toContain('<p>La courbe monte.')
      expect(refused.images, harm).toBe(0)
    }
  })
})

function render(edition: Edition): Map<string, string> {
  return new Map(
    htmlExporter
      .render(edition, noAssets)
      .map((file) => [file.path.replace(/^site\//, ''), new TextDecoder().decode(file.bytes)]),
  )
}

function pageOf(path: string): string {
  return render(sampleEdition).get(path) ?? ''
}

function pages(site: Map<string, string>): [string, string][] {
  return [...site].filter(([path]) => path.endsWith('.html'))
}

function sheetsOf(text: string): string[] {
  return [...text.matchAll(/href="(?:\.\.\/)?([^"]*\.css)"/g)].map(([, sheet]) => sheet ?? '')
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '')
}

function withParagraph(paragraph: RootContent, title = sampleEdition.title): Edition {
  const [first, ...rest] = sampleEdition.chapters
  if (first === undefined) throw new Error('the sample has chapters')
  return {
    ...sampleEdition,
    title,
    chapters: [{ ...first, title, introduction: [paragraph], notes: [] }, ...rest],
  }
}

function numbersOf(edition: Edition): string[] {
  const measures = edition.chapters.flatMap((chapter) => chapter.measures)
  return measures.flatMap((measure) => [
    measure.summary.number,
    ...measure.requests.map((request) => request.number),
    ...numbersIn(measure.sections.flatMap((section) => section.nodes)),
  ])
}

function numbersIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.data && 'number' in node.data && node.data.number ? [node.data.number] : []),
    ...('children' in node ? numbersIn(node.children) : []),
  ])
}
