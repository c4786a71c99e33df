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
import { putBlocksOnLines, type SerialisedBlock } from '../markup/lines.ts'
import { markDirections } from '../markup/mark-directions.ts'
import { markLabels } from '../markup/mark-labels.ts'
import { printable } from '../markup/printable.ts'
import { relativeHref } from '../markup/targets.ts'
import type { PageLink, Site, SitePage } from './site.ts'
import { ownName, ownPage, sitePages } from './site-pages.ts'

/** The bytes of a page: menu, notices, text, neighbours, imprint. No script. */
export function renderSitePage(page: SitePage, site: Site): OutputFile {
  const { edition, menu } = site
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
    ...(isHome && menu.length > 0
      ? [
          link('alternate', sitePages.feed, {
            type: 'application/atom+xml',
            title: edition.words.feed,
          }),
        ]
      : []),
  ])
  const above = [...navigation(page, site), ...notices(edition)]
  const whole = isHome || page.path === ownPage('tout', edition)
  const below = [
    ...neighbours(page, edition),
    ...(whole ? (hasColophon(edition) ? [colophonToHast(edition)] : []) : imprint(edition)),
  ]
  // Slugs have no capitals, so no section has this id.
  const textId = languageOfTag(edition.language) === 'fr' ? 'Texte' : 'Text'
  const body = h('body', [
    ...(menu.length > 0
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

/** Serialises one block before the rest of its page, to free its tree. */
export function writtenBlock(block: Element, edition: Edition): SerialisedBlock {
  return { type: 'raw', value: written(block, edition) }
}

function written(node: Root | Element, edition: Edition): string {
  markDirections(node, edition.language, markLabels(node, edition, 'html'))
  putBlocksOnLines(node)
  // All tags are closed: w3m, a text browser, needs it to indent definition lists correctly.
  return toHtml(node, { allowDangerousHtml: true })
}

/** The menu, on the pages listed in it; elsewhere the pages above, and the word index. */
function navigation({ path: here, trail = [] }: SitePage, { edition, menu }: Site): Element[] {
  if (menu.length === 0) return []
  const up =
    trail.length === 0
      ? menu
      : [
          ...trail,
          ...menu.filter(({ path }) => path === ownPage('mots', edition) && !holds(trail, path)),
        ]
  const items = up.map((link) =>
    h(
      'li',
      h(
        'a',
        {
          href: relativeHref(here, link.path),
          ...(link.path === here ? { ariaCurrent: 'page' } : {}),
        },
        link.title,
      ),
    ),
  )
  return [h('nav', h('ul', items))]
}

function holds(menu: readonly PageLink[], path: string): boolean {
  return menu.some((link) => link.path === path)
}

function neighbours(page: SitePage, { words, language }: Edition): Element[] {
  const link = (place: PageLink | undefined, rel: 'prev' | 'next', label: string) =>
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

/** Publisher, edition, day and licence: a page may be read or printed apart. */
function imprint(edition: Edition): Element[] {
  const { words, language } = edition
  const edited = edition.edition === '' ? '' : `${words.edition.toLowerCase()} ${edition.edition}`
  const parts = [
    edition.publisher,
    edited,
    dayInWords(edition.date, language),
    edition.licence,
  ].filter(Boolean)
  return parts.length === 0 ? [] : [h('p', parts.join(', '))]
}
