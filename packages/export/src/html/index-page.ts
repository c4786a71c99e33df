import { h } from 'hastscript'
import type { Measure } from '../edition/measure.ts'
import { relativeHref } from '../markup/relative-href.ts'
import type { Place, SitePage } from './site-page.ts'

/** A page that leads to others, each with the numbers of the proposals it is about. */
export function indexPage(
  path: string,
  title: string,
  entries: readonly (Place & { readonly measures: readonly Measure[] })[],
): SitePage {
  const items = entries.map((entry) =>
    h('li', [
      h('p', h('a', { href: relativeHref(path, entry.path) }, entry.title)),
      h('p', entry.measures.map(({ number }) => `§${number}`).join(', ')),
    ]),
  )
  return {
    path,
    title,
    sheets: ['mesure'],
    main: [h('h1', title), h('ul', { className: ['measures'] }, items)],
  }
}
