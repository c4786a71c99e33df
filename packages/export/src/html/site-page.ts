import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Edition, OutputFile } from '../edition.ts'
import { relativeHref } from '../markup/addresses.ts'
import { colophonToHast } from '../markup/colophon-to-hast.ts'
import { putBlocksOnLines } from '../markup/lines.ts'
import { printable } from '../markup/printable.ts'
import { sitePages } from './site-pages.ts'

/** What a page of the site says, before the frame that all pages share. */
export interface SitePage {
  /** Relative to the root of the site. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** From the home page down to the page above this one. */
  readonly trail: readonly Place[]
  readonly previous: Place | null
  readonly next: Place | null
  /** Holds a wide table. */
  readonly wide: boolean
  readonly main: readonly ElementContent[]
}

/** A page to go to. */
export interface Place {
  readonly path: string
  readonly title: string
}

/** The bytes of a page: header, notices, trail, text, neighbours, colophon. No script, nothing from elsewhere. */
export function renderSitePage(page: SitePage, edition: Edition): OutputFile {
  const isHome = page.path === sitePages.home
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', isHome ? edition.title : `${page.title} – ${edition.title}`),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...(page.description === '' ? [] : [h('meta', { name: 'description', content: page.description })]),
    h('link', { rel: ['stylesheet'], href: relativeHref(page.path, sitePages.style) }),
    h('link', {
      rel: ['alternate'],
      type: 'application/atom+xml',
      title: edition.words.feed,
      href: relativeHref(page.path, sitePages.feed),
    }),
  ])
  const body = h('body', isHome ? { className: ['home'] } : page.wide ? { className: ['broad'] } : {}, [
    h('a', { className: ['skip'], href: '#main' }, edition.words.skipToText),
    h('header', [header(page, edition), ...notices(edition)]),
    ...trail(page, edition),
    h('main', { id: 'main' }, [...page.main]),
    ...neighbours(page, edition),
    h('footer', colophonToHast(edition)),
  ])
  const root = h(null, [{ type: 'doctype' }, h('html', { lang: edition.language }, [head, body])])
  putBlocksOnLines(root)
  return { path: `site/${page.path}`, bytes: new TextEncoder().encode(printable(toHtml(root, { omitOptionalTags: true }))) }
}

function header(page: SitePage, edition: Edition): Element {
  const { words } = edition
  const places: readonly Place[] = [
    { path: sitePages.home, title: words.home },
    { path: sitePages.addressees, title: words.byAddressee },
    { path: sitePages.horizons, title: words.byHorizon },
    { path: sitePages.consensus, title: words.consensus },
    { path: sitePages.sources, title: words.sources },
    { path: sitePages.onePage, title: words.onePage },
  ]
  const items = places.map((place) => {
    const here = place.path === page.path
    return h('li', h('a', { href: relativeHref(page.path, place.path), ...(here ? { ariaCurrent: 'page' } : {}) }, place.title))
  })
  return h('nav', { ariaLabel: words.navigation }, h('ul', items))
}

function notices(edition: Edition): Element[] {
  const said = [edition.draft ? edition.words.draftNotice : '', edition.examples ? edition.words.examplesNotice : ''].filter(Boolean)
  return said.length === 0 ? [] : [h('p', { className: ['notice'] }, said.join(' '))]
}

function trail(page: SitePage, edition: Edition): Element[] {
  if (page.trail.length === 0) return []
  const items = page.trail.map((place) => h('li', h('a', { href: relativeHref(page.path, place.path) }, place.title)))
  return [h('nav', { className: ['trail'], ariaLabel: edition.words.breadcrumb }, h('ol', items))]
}

function neighbours(page: SitePage, edition: Edition): Element[] {
  const { words } = edition
  if (page.previous === null && page.next === null) return []
  const link = (place: Place | null, rel: 'prev' | 'next', label: string) =>
    place === null
      ? []
      : [
          h('p', { className: [rel] }, [
            h('span', label),
            ' ',
            h('a', { rel: [rel], href: relativeHref(page.path, place.path) }, place.title),
          ]),
        ]
  const label = `${words.previous} / ${words.next}`
  return [
    h('nav', { className: ['beside'], ariaLabel: label }, [
      ...link(page.previous, 'prev', words.previous),
      ...link(page.next, 'next', words.next),
    ]),
  ]
}
