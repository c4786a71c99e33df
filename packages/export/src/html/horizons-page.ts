import { h } from 'hastscript'
import { measureList } from './measure-list.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/** Proposals by how soon they can be had; those that do not say come last. */
export function horizonsPage(site: Site): SitePage {
  const { edition } = site
  const path = sitePages.horizons
  const page = pageAt(path, site)
  const measures = edition.chapters.flatMap((chapter) => chapter.measures)
  const known = new Set(edition.horizons.map((horizon) => horizon.id))
  const groups = [
    ...edition.horizons.map((horizon) => ({ title: horizon.title, own: measures.filter((measure) => measure.horizon === horizon.id) })),
    { title: edition.words.proposals, own: measures.filter((measure) => !known.has(measure.horizon)) },
  ]
  return {
    path,
    title: edition.words.byHorizon,
    description: '',
    trail: [homeOf(edition)],
    previous: null,
    next: null,
    wide: false,
    main: [
      h('h1', edition.words.byHorizon),
      ...groups.filter(({ own }) => own.length > 0).map(({ title, own }) => h('section', [h('h2', title), measureList(own, page)])),
    ],
  }
}
