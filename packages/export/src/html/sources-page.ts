import { h } from 'hastscript'
import { worksToHast } from '../markup/works-to-hast.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/** The bibliography, with what each work is worth and where it is cited. */
export function sourcesPage(site: Site): SitePage {
  const { edition } = site
  const path = sitePages.sources
  return {
    path,
    title: edition.words.sources,
    description: '',
    trail: [homeOf(edition)],
    previous: null,
    next: null,
    wide: false,
    main: [h('h1', edition.words.sources), ...(edition.bibliography.length === 0 ? [] : [worksToHast(pageAt(path, site))])],
  }
}
