import { h } from 'hastscript'
import { inlineToHast } from '../markup/inline-to-hast.ts'
import { fullTitle, homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/** What is asked of each addressee, proposal by proposal. */
export function addresseesPage(site: Site): SitePage {
  const { edition } = site
  const path = sitePages.addressees
  const page = pageAt(path, site)
  const asked = edition.chapters.flatMap((chapter) =>
    chapter.measures.flatMap((measure) => measure.requests.map((request) => ({ measure, request }))),
  )
  const sections = edition.addressees.flatMap((addressee) => {
    const own = asked.filter(({ request }) => request.addressee === addressee.id)
    if (own.length === 0) return []
    const entries = own.flatMap(({ measure, request }) => [
      h('dt', h('a', { href: page.hrefOf({ kind: 'measure', id: measure.id }) ?? '' }, fullTitle(measure))),
      h('dd', inlineToHast(request.nodes, page, String(measure.number))),
    ])
    return [h('section', [h('h2', addressee.title), h('dl', { className: ['asked'] }, entries)])]
  })
  return {
    path,
    title: edition.words.byAddressee,
    description: '',
    trail: [homeOf(edition)],
    previous: null,
    next: null,
    wide: false,
    main: [h('h1', edition.words.byAddressee), ...sections],
  }
}
