import { h } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import { freeFolder } from './free-folder.ts'
import { indexPage } from './index-page.ts'
import { measureList } from './measure-list.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { sitePages } from './site-pages.ts'

/**
 * Proposals by how soon they can be had, a page each, under a page that lists them; those that do
 * not say come last.
 */
export function horizonPages(site: Site): SitePage[] {
  const { edition } = site
  const measures = measuresOf(edition)
  const known = edition.horizons.map((horizon) => ({
    ...horizon,
    own: measures.filter((measure) => measure.horizon === horizon.id),
  }))
  const silent = measures.filter(
    (measure) => !edition.horizons.some(({ id }) => id === measure.horizon),
  )
  if (known.every(({ own }) => own.length === 0)) return []
  const groups = [...known, { id: '-', title: edition.words.noHorizon, own: silent }].filter(
    ({ own }) => own.length > 0,
  )
  const folder = freeFolder('horizons', edition)
  const pages = groups.map(({ id, title, own }): SitePage => {
    const path = `${folder}/${id}.html`
    return {
      path,
      title,
      trail: [homeOf(edition), { path: sitePages.horizons, title: edition.words.byHorizon }],
      sheets: ['mesure'],
      main: [
        h('p', { className: ['over'] }, edition.words.byHorizon),
        h('h1', title),
        measureList(own, pageAt(path, site)),
      ],
    }
  })
  const entries = groups.map(({ id, title, own }) => ({
    path: `${folder}/${id}.html`,
    title,
    measures: own,
  }))
  return [indexPage(sitePages.horizons, edition.words.byHorizon, entries), ...pages]
}
