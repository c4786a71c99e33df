import { h } from 'hastscript'
import { worksToHast } from '../markup/works-to-hast.ts'
import { pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/** The bibliography, with what each work is worth and where it is cited. */
export function sourcesPage(site: Site): SitePage {
  const { sources } = site.edition.words
  const path = sitePages.sources
  return {
    path,
    title: sources,
    sheets: ['sources'],
    main: [h('h1', sources), worksToHast(pageAt(path, site))],
  }
}
