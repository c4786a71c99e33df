import { languageOfTag } from '@cahier/core'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { dayInWords } from '../day-in-words.ts'
import { directionOf } from '../direction.ts'
import { type Edition, hasColophon } from '../edition/edition.ts'
import type { OutputFile } from '../edition/exporter.ts'
import { labelled } from '../edition/labels.ts'
import { colophonToHast } from '../markup/colophon-to-hast.ts'
import { notices } from '../markup/heading.ts'
import { putBlocksOnLines, type Written } from '../markup/lines.ts'
import { markDirections } from '../markup/mark-directions.ts'
import { markLabels } from '../markup/mark-labels.ts'
import { printable } from '../markup/printable.ts'
import { relativeHref } from '../markup/targets.ts'
import type { Place, Site, SitePage } from './site.ts'
import { ownName, ownPage, sitePages } from './site-pages.ts'

/**
 * The bytes of a page: ways out, notices, text, neighbours, imprint. No script, nothing from
 * elsewhere, nothing said twice.
 */
export function renderSitePage(page: SitePage, site: Site): OutputFile {
  const { edition, places } = site
  const isHome = page.path === sitePages.home
  const link = (rel: string, to: string, more = {}) =>
    h('link', { rel: [rel], ...more, href: relativeHref(page.path, to) })
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', isHome ? edition.title : `${page.title} – ${edition.title}`),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    ...(['style', ...page.sheets] as const).map((sheet) =>
      link('stylesheet', `${ownName(sheet, edition)}.css`),
    ),
    ...(isHome && places.length > 0
      ? [
          link('alternate', sitePages.feed, {
            type: 'application/atom+xml',
            title: edition.words.feed,
          }),
        ]
      : []),
  ])
  const above = [...waysOut(page, site), ...notices(edition)]
  const whole = isHome || page.path === ownPage('tout', edition)
  const below = [
    ...neighbours(page, edition),
    ...(whole ? (hasColophon(edition) ? [colophonToHast(edition)] : []) : imprint(edition)),
  ]
  // No slug has a capital: the id of a section cannot meet this one.
  const textId = languageOfTag(edition.language) === 'fr' ? 'Texte' : 'Text'
  const body = h('body', [
    ...(places.length > 0
      ? [h('a', { className: ['skip'], href: `#${textId}` }, edition.words.skipToText)]
      : []),
    ...(above.length > 0 ? [h('header', above)] : []),
    h('main', { id: textId }, [...page.main]),
    ...(below.length > 0 ? [h('footer', below)] : []),
  ])
  const root = h(null, [
    { type: 'doctype' },
    h('html', { lang: edition.language, ...directionOf(edition.language) }, [head, body]),
  ])
  return {
    path: `site/${page.path}`,
    bytes: new TextEncoder().encode(printable(written(root, edition))),
  }
}

/**
 * A block of a page, outside of its navigation, written before the rest: on a page of a thousand
 * proposals, the tree of one stands in memory at a time.
 */
export function writtenBlock(block: Element, edition: Edition): Written {
  return { type: 'raw', value: written(block, edition) }
}

function written(node: Root | Element, edition: Edition): string {
  markDirections(node, edition.language, markLabels(node, edition, 'html'))
  putBlocksOnLines(node)
  // All tags are closed: w3m, a text browser, sets what follows a list of definitions further and
  // further in where those of HTML that may be left out are.
  return toHtml(node, { allowDangerousHtml: true })
}

/**
 * All the pages that lead elsewhere, on one of them; on the others, the way back up, and the index
 * of words.
 */
function waysOut({ path: here, trail = [] }: SitePage, { edition, places }: Site): Element[] {
  if (places.length === 0) return []
  const up =
    trail.length === 0
      ? places
      : [
          ...trail,
          ...places.filter(({ path }) => path === ownPage('mots', edition) && !holds(trail, path)),
        ]
  const items = up.map((place) =>
    h(
      'li',
      h(
        'a',
        {
          href: relativeHref(here, place.path),
          ...(place.path === here ? { ariaCurrent: 'page' } : {}),
        },
        place.title,
      ),
    ),
  )
  return [h('nav', h('ul', items))]
}

function holds(places: readonly Place[], path: string): boolean {
  return places.some((place) => place.path === path)
}

function neighbours(page: SitePage, { words, language }: Edition): Element[] {
  const link = (place: Place | undefined, rel: 'prev' | 'next', label: string) =>
    place === undefined
      ? []
      : [
          h('p', [
            `${labelled(label, language)} `,
            h('a', { rel: [rel], href: relativeHref(page.path, place.path) }, place.title),
          ]),
        ]
  return [...link(page.previous, 'prev', words.previous), ...link(page.next, 'next', words.next)]
}

/**
 * What a page torn from the others must say: who publishes it, which edition, its day, its licence.
 */
function imprint(edition: Edition): Element[] {
  const { words, language } = edition
  const edited = edition.edition === '' ? '' : `${words.edition.toLowerCase()} ${edition.edition}`
  const said = [
    edition.publisher,
    edited,
    dayInWords(edition.date, language),
    edition.licence,
  ].filter(Boolean)
  return said.length === 0 ? [] : [h('p', said.join(', '))]
}
