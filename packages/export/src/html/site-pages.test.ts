import { expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import { composed } from '../loose/sample-book.ts'
import { sampleEdition } from '../samples/sample-edition.ts'
import { compose, stance, verdict } from '../samples/sample-programme.ts'
import { htmlExporter } from './html-exporter.ts'

const siteOf = (edition: Edition) => {
  const files = htmlExporter.render(edition, { readAsset: () => new Uint8Array() })
  return (path: string) =>
    new TextDecoder().decode(files.find((file) => file.path === `site/${path}`)?.bytes)
}
const pageOf = siteOf(sampleEdition)

it('the site opens with its axes, each under its number', () => {
  expect(pageOf('index.html')).toContain(
    '<h2>1. <a href="services/index.html">Services publics</a></h2>',
  )
})

it('the home page leads to the books that are published beside the site, and to none that are not', () => {
  const home = (formats: readonly string[]) => {
    const files = htmlExporter.render(sampleEdition, { readAsset: () => new Uint8Array(), formats })
    const page = new TextDecoder().decode(
      files.find(({ path }) => path === 'site/index.html')?.bytes,
    )
    return [...page.matchAll(/href="(\.\.\/[^"]*)"/g)].map(([, href]) => href)
  }
  expect(home(['html', 'epub', 'odt', 'txt'])).toEqual([
    `../${sampleEdition.name}.epub`,
    `../${sampleEdition.name}.odt`,
  ])
  expect(home(['html'])).toEqual([])
})

it('the table of stances leads from each proposal to its page', () => {
  expect(pageOf('consensus.html')).toContain('<th scope="row"><a href="ia/moratoire.html">')
})

it('the table of stances has the title of an axis over all its columns', () => {
  const [table = ''] = /<table class="stances">.*?<\/table>/s.exec(pageOf('consensus.html')) ?? []
  const columns = table.match(/<th scope="col"/g)?.length
  expect(table).toContain(`<th scope="rowgroup" colspan="${columns}">`)
})

it('a link to a section of another proposal leads to it', () => {
  expect(siteOf(compose([], 'all'))('services/guichet.html')).toContain('href="regle.html#why"')
})

it('the page of everything leads to axes, sections and works within itself', () => {
  const page = pageOf('tout.html')
  for (const place of ['#axis--services', '#m--guichet', '#statut-measure', '#w-insee-renoncement'])
    expect(page).toContain(`href="${place}"`)
})

it('the page of transmissions shows answers and missing answers, for unprinted proposals too', () => {
  const [answered = '', silent = ''] = pageOf('transmissions.html').split('Sans réponse')
  expect(answered).toContain(
    '<a href="services/guichet.html">Garantir un guichet</a>\u00A0: reprise en partie, 20 avril 2026',
  )
  expect([...silent.matchAll(/<li>(.*?)<\/li>/g)].map(([, one]) => one)).toEqual([
    '<a href="services/statut.html">Un statut</a>',
    'Une proposition retirée depuis',
  ])
})

it('the page of sources leads to every proposal that leans on one', () => {
  expect(pageOf('sources.html')).toMatch(
    /Citée dans[^<]* <a href="[^"]+">§1<\/a>, <a href="[^"]+">§2<\/a>\./,
  )
})

it('the foot of a page says by whom, which edition, when and under what licence, as far as it is known', () => {
  const foot = '<p>Assemblée d’essai, édition 0.3.0, 1er mai 2026, CC BY-SA 4.0</p>'
  expect(pageOf('sources.html')).toContain(foot)
  expect(siteOf({ ...sampleEdition, edition: '' })('sources.html')).toContain(
    foot.replace(' édition 0.3.0,', ''),
  )
})

it('a dissenting stance is marked as stale only if the text changed', () => {
  expect(pageOf('ia/moratoire.html')).toContain('sur un texte antérieur')
  expect(pageOf('services/guichet.html')).not.toContain('sur un texte antérieur')
})

it('notes on the single page name their axis or proposal', () => {
  const titles = [...pageOf('tout.html').matchAll(/>(Notes[^<]*)</g)].map(([, title]) => title)
  expect(titles).toEqual(['Notes, axe 1', 'Notes, §1', 'Notes, §2'])
})

it('a page of amendments is there for the proposals that have some, and for no other', () => {
  const paths = htmlExporter
    .render(sampleEdition, { readAsset: () => new Uint8Array() })
    .map(({ path }) => path)
  const amended = sampleEdition.chapters.flatMap(({ id, measures }) =>
    measures.flatMap((one) => (one.amendments.length > 0 ? [`${id}/${one.id}`] : [])),
  )
  expect(paths.filter((path) => /amendements/.test(path))).toHaveLength(amended.length + 1)
})

it('blocked proposals are listed with their objections, word for word', () => {
  const blocked = verdict('moratoire', 'blocked', {
    stances: { b: stance('objection', { argument: 'Trop tard.' }), c: stance('consent') },
  })
  const page = siteOf(compose([verdict('guichet', 'adopted'), blocked]))('consensus.html')
  expect(page).toMatch(
    /<h3>3\. Un moratoire<\/h3>\s*<div>\s*<p class="who"><strong>B<\/strong>, objection[\s\S]*?Trop tard\./,
  )
})

it('the index of words has each letter under its name', () => {
  expect(pageOf('mots.html')).toContain('<b>A</b>')
})

it('a chapter that opens an edition and is no axis has no number over its title', () => {
  const [first, ...others] = sampleEdition.chapters
  const page = siteOf({
    ...sampleEdition,
    chapters: first === undefined ? [] : [{ ...first, number: 0 }, ...others],
  })
  expect(pageOf('services/index.html')).toContain('<p class="over">Axe 1</p>')
  expect(page('services/index.html')).not.toContain('class="over"')
})

it('a link of a book leads to the heading of the chapter that it names', () => {
  const book = composed({
    'a.md': '# A\n\n[là](c.md#un-titre)\n',
    'b.md': '# B\n',
    'c.md': '# C\n\n## Un titre\n',
  })
  expect(siteOf(book.edition)('a/index.html')).toContain(
    '<a href="../c/index.html#t3-un-titre">là</a>',
  )
})
