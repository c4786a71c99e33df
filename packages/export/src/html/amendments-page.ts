import { h } from 'hastscript'
import { measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import { type Measure, measureTitle } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { amendmentToHast } from '../markup/amendment-to-hast.ts'
import { relativeHref } from '../markup/relative-href.ts'
import { freeFolder } from './free-folder.ts'
import { homeOf, pageAt, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { ownName, ownPage } from './site-pages.ts'

/** File of the amendments to a proposal. */
export function amendmentsPath(measure: Measure, edition: Edition): string {
  return `${freeFolder(ownName('amendements', edition), edition)}/${measure.id}.html`
}

/**
 * The amendments waiting on a proposal: each with its reasons, and what it would change, side by
 * side.
 */
export function amendmentsPage(measure: Measure, site: Site): SitePage {
  const { edition } = site
  const path = amendmentsPath(measure, edition)
  const page = pageAt(path, site)
  const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
  return {
    path,
    title: `${edition.words.amendments}, ${measureTitle(measure)}`,
    trail: [
      homeOf(edition),
      { path: ownPage('amendements', edition), title: edition.words.amendments },
    ],
    sheets: ['amendement'],
    main: [
      h('p', { className: ['over'] }, edition.words.amendments),
      h('h1', h('a', { href }, measureTitle(measure))),
      ...measure.amendments.map((amendment) => amendmentToHast(amendment, page, 2)),
    ],
  }
}

/** Every proposal that has amendments waiting, and who makes them. */
export function amendmentsIndexPage(site: Site): SitePage {
  const { edition } = site
  const path = ownPage('amendements', edition)
  const { amendments } = edition.words
  const items = measuresOf(edition)
    .filter((measure) => measure.amendments.length > 0)
    .map((measure) => {
      const names = measure.amendments.map(({ byName, example }) =>
        nameAlone(byName, example, edition.words),
      )
      return h('li', { value: measure.number }, [
        h(
          'p',
          h('a', { href: relativeHref(path, amendmentsPath(measure, edition)) }, measure.title),
        ),
        h('p', [...new Set(names)].join(', ')),
      ])
    })
  return {
    path,
    title: amendments,
    sheets: ['mesure'],
    main: [h('h1', amendments), h('ol', { className: ['measures'] }, items)],
  }
}
