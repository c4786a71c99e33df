import { describe, expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { plainName } from './book-addresses.ts'
import { identifierIn, openBook } from './sample-book.ts'

const kinds = {
  programme: sampleEdition,
  dossier: {
    ...sampleEdition,
    kind: 'dossier',
    subtitle: 'Dossier pour les syndicats',
    name: 'programme-essai-0.3.0-dossier-syndicats',
  },
  tribune: { ...sampleEdition, kind: 'tribune', subtitle: 'Tribune' },
  brochure: { ...sampleEdition, kind: 'brochure', subtitle: 'Brochure' },
  charter: { ...sampleEdition, kind: 'charter', subtitle: 'Charte à signer' },
  dissent: { ...sampleEdition, kind: 'dissent', subtitle: 'Réserves et objections' },
  book: bookOf(['preface', 'la-suite']),
} as const satisfies Record<string, Edition>

describe('every book', () => {
  it('has no link that leads nowhere and no id twice, whatever is published', {
    tags: ['long'],
  }, () => {
    for (const edition of [...Object.values(kinds), withHostileNames()]) {
      const book = openBook(edition)
      for (const [path, text] of book) {
        const ids = idsIn(text)
        expect(new Set(ids).size, `${edition.kind}: ${path}`).toBe(ids.length)
        for (const [, href = ''] of text.matchAll(/(?:href|src)="([^":]*)"/g)) {
          const { pathname, hash } = new URL(href, `file:///${path}`)
          const target = book.get(decodeURIComponent(pathname.slice(1)))
          expect(target, `${edition.kind}: ${path} → ${href}`).toBeDefined()
          if (hash !== '') expect(idsIn(target ?? ''), `${path} → ${href}`).toContain(hash.slice(1))
        }
      }
    }
  })

  it('has file names without accents and ids that XML takes, whatever people call their texts', () => {
    const book = openBook(withHostileNames())
    const paths = [...book.keys()]
    expect(paths.filter((path) => !/^[\w./-]{1,200}$/.test(path))).toEqual([])
    expect(plainName('« Été : l’œuvre, Ægir »')).toBe('Ete-l-oeuvre-aegir')
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
    expect(
      [...book.values()].flatMap(idsIn).filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id)),
    ).toEqual([])
  })
})

describe('each kind', () => {
  it('has a file a proposal, save leaflets, which have one an axis', () => {
    const files = (edition: Edition) =>
      [...openBook(edition).keys()].filter((path) => /^(services|ia)\//.test(path))
    expect(files(kinds.programme)).toEqual([
      'services/index.xhtml',
      'services/guichet.xhtml',
      'services/statut.xhtml',
      'ia/index.xhtml',
      'ia/moratoire.xhtml',
    ])
    for (const kind of ['tribune', 'brochure', 'charter', 'dissent'] as const)
      expect(files(kinds[kind])).toEqual(['services/index.xhtml', 'ia/index.xhtml'])
  })

  it('is in parts, which are axes, or in chapters, which are those of a book', () => {
    const openings = (edition: Edition) =>
      [...openBook(edition).values()].flatMap(
        (text) => /epub:type="(part|chapter)"/.exec(text)?.[1] ?? [],
      )
    expect(openings(kinds.programme)).toEqual(['part', 'chapter', 'chapter', 'part', 'chapter'])
    expect(new Set(openings(kinds.book))).toEqual(new Set(['chapter']))
  })

  it('says what it is on its title page, on its cover and on the shelf', () => {
    const book = openBook(kinds.dossier)
    expect(book.get('title.xhtml')).toContain('Dossier pour les syndicats')
    expect(book.get('cover.xhtml')).toMatch(/alt="[^"]*Dossier pour les syndicats\./)
    expect(book.get('cover.svg')).toContain('Dossier pour les syndicats')
    expect(book.get('package.opf')).toContain('humain. Dossier pour les syndicats</dc:title>')
    expect(identifierIn(kinds.dossier)).not.toBe(identifierIn(kinds.programme))
  })

  it('leaves out unknown facts with their labels', () => {
    const book = openBook({
      ...kinds.book,
      edition: '',
      date: '',
      publisher: '',
      licence: '',
      contact: '',
    })
    expect(book.get('title.xhtml')).not.toMatch(/Édition|<p/)
    expect(book.get('cover.xhtml')).not.toContain('Édition')
    expect(book.get('package.opf')).not.toMatch(/dc:date|dc:creator|dc:rights/)
  })

  it('prints the table of contents of a leaflet down to its proposals', () => {
    expect(openBook(kinds.charter).get('nav.xhtml')).toContain('href="services/index.xhtml#m2"')
  })

  it('leads to the headings of a book, from its contents and from one chapter to another', () => {
    const book = openBook(kinds.book)
    expect(book.get('nav.xhtml')).toContain(
      '<a href="preface/index.xhtml#t-preface">Une partie</a>',
    )
    expect(book.get('preface/index.xhtml')).toContain('href="../la-suite/index.xhtml#t-la-suite"')
  })

  it('ends a charter with room to sign, and nothing else', () => {
    for (const edition of Object.values(kinds))
      expect(openBook(edition).has('signature.xhtml')).toBe(edition.kind === 'charter')
  })

  it('has no page of consensus, of changes or of amendments where there is nothing to put there', () => {
    expect([...openBook(kinds.programme).keys()]).toEqual(
      expect.arrayContaining(['changes.xhtml', 'consensus.xhtml', '_amendments/index.xhtml']),
    )
    for (const edition of [kinds.tribune, kinds.charter, kinds.book])
      expect(
        [...openBook(edition).keys()].filter((path) =>
          /^(changes|consensus|_amendments)/.test(path),
        ),
      ).toEqual([])
  })
})

describe('what surrounds the text', () => {
  it('gives changes since the previous edition, with links to remaining proposals', () => {
    const page = openBook(sampleEdition).get('changes.xhtml')
    expect(page).toContain('Depuis l’édition 0.2.0, 1er février 2026')
    expect(page).toContain('<a href="services/guichet.xhtml">1. Garantir par la loi')
    expect(page).toContain('<p>Interdire les écrans dans les abribus</p>')
  })

  it('prints amendments with deletions, insertions and reasons, linked both ways', () => {
    const book = openBook(sampleEdition)
    expect(book.get('services/guichet.xhtml')).toContain(
      '<a href="../_amendments/services--guichet.xhtml">Amendements en attente (1)</a>',
    )
    const page = book.get('_amendments/services--guichet.xhtml')
    expect(page).toContain('sous <del>trente</del> <del>quarante-cinq</del><ins>vingt</ins> jours')
    expect(page).toContain('Les ondes courtes (exemple), 20 avril 2026')
    expect(page).toContain('Quarante-cinq jours, c’est le temps d’une expulsion.')
    expect(page).toContain('<a href="../services/guichet.xhtml">Proposition 1</a>')
  })

  it('gives the stance of each member, or its silence if it was asked', () => {
    const page = openBook(sampleEdition).get('consensus.xhtml')
    expect(page).not.toMatch(/n’a rien dit[^.]*Les ondes courtes/)
    expect(page).toContain('<em>réserve\u00A0:</em> Assemblée du bocage (exemple).')
    expect(page).toContain(
      '<em>objection, sur un texte antérieur\u00A0:</em> Assemblée du bocage (exemple).',
    )
    expect(page).toContain('<em>n’a rien dit\u00A0:</em> Comité de rédaction.')
    expect(page).toMatch(
      /<p><a href="services\/guichet\.xhtml">1\. Garantir[^<]*<\/a>, adoptée avec réserves\.<\/p>/,
    )
    const [first, second] = sampleEdition.collectives
    const alike = {
      ...sampleEdition,
      collectives: [
        first,
        { ...second, stances: first?.stances ?? {} },
      ] as typeof sampleEdition.collectives,
    }
    expect(openBook(alike).get('consensus.xhtml')).toContain(
      '<em>consentement\u00A0:</em> Collectif de l’accueil (exemple), Assemblée du bocage (exemple).',
    )
  })

  it('marks each block of an unadopted proposal', () => {
    expect(openBook(sampleEdition).get('services/statut.xhtml')).toMatch(/§2\.2 <i>projet<\/i>/)
  })

  it('lists its pages, all marked in the text, and follows no printed edition', () => {
    const book = openBook(sampleEdition)
    const list =
      /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(book.get('nav.xhtml') ?? '')?.[0] ?? ''
    const pages = [...list.matchAll(/<a href="([^"#]*)#([^"]*)">(\d+)<\/a>/g)]
    expect(pages.length).toBeGreaterThan(8)
    for (const [, path = '', id, number] of pages)
      expect(book.get(path)).toMatch(new RegExp(`id="${id}"[^>]* aria-label="${number}"`))
    const markers = [...book.values()].flatMap((text) => [
      ...text.matchAll(/epub:type="pagebreak"/g),
    ])
    expect(markers.length).toBe(pages.length)
    expect(book.get('package.opf')).toContain('<meta property="pageBreakSource">none</meta>')
  })
})

function idsIn(text: string): string[] {
  return [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '')
}

/** A loose folder: chapters without proposals. */
function bookOf(ids: readonly string[]): Edition {
  const { introduction = [], notes = [] } = sampleEdition.chapters[0] ?? {}
  const heading = (id: string) =>
    ({
      type: 'heading',
      depth: 3,
      data: { id },
      children: [{ type: 'text', value: 'Une partie' }],
    }) as const
  const link = (id: string) =>
    ({
      type: 'crossReference',
      target: { kind: 'section', id, section: `t-${id}` },
      children: [],
    }) as const
  const chapters = ids.map((id, index) => ({
    id,
    number: index + 1,
    title: id,
    question: '',
    introduction: [
      ...introduction,
      heading(`t-${id}`),
      { type: 'paragraph', children: ids.map(link) },
    ] as FlowNode[],
    notes,
    measures: [],
    whole: '',
  }))
  return {
    ...sampleEdition,
    kind: 'book',
    draft: false,
    examples: false,
    changes: null,
    chapters,
    bibliography: [],
    collectives: [],
  }
}

/**
 * Ids as people make them: accents, years first, colons, the same but for case, longer than a file
 * name may be.
 */
function withHostileNames(): Edition {
  const ids = ['Été à la mer', 'ete-a-la-mer', 'ÉTÉ', 'index', '../../etc', 'x'.repeat(300), '日本']
  const [chapter] = sampleEdition.chapters
  const [first] = chapter?.measures ?? []
  if (chapter === undefined || first === undefined) throw new Error('the sample has proposals')
  const measures = ids.map((id, index) => ({
    ...first,
    id,
    number: index + 1,
    summary: { ...first.summary, number: `${index + 1}.0` },
    sections: first.sections.map((section) => ({
      ...section,
      id: `2027 : ${section.id}`,
      nodes: [],
    })),
    requests: [],
    notes: [],
    amendments: [],
  }))
  const target = (kind: 'measure' | 'work' | 'chapter', id: string) =>
    ({
      type: 'paragraph',
      children: [
        { type: 'crossReference', target: { kind, id }, children: [{ type: 'text', value: id }] },
      ],
    }) as const
  const links = ['Œuvre : 2018/α', '1984']
    .map((id) => target('work', id))
    .concat(ids.map((id) => target('measure', id) as never))
  const bibliography = ['Œuvre : 2018/α', '1984'].map(
    (id) =>
      ({ ...sampleEdition.bibliography[0], id, citedIn: [1] }) as Edition['bibliography'][number],
  )
  return {
    ...sampleEdition,
    changes: null,
    bibliography,
    chapters: ids.map((id, index) => ({
      ...chapter,
      id,
      number: index + 1,
      introduction: links as never,
      notes: [],
      measures: index === 0 ? measures : [],
    })),
  }
}
