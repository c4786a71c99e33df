import { languageOfTag } from '@cahier/core'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { directionOf } from '../direction.ts'
import {
  dayInWords,
  type Edition,
  hasColophon,
  labelled,
  type OutputFile,
  textFile,
} from '../edition/edition.ts'
import { colophonToHast } from '../markup/back-matter-to-hast.ts'
import { putBlocksOnLines, type SerialisedBlock } from '../markup/blocks-on-lines.ts'
import { markDirections, markLabels } from '../markup/mark-direction-and-language.ts'
import { notices, relativeHref, unlessEmpty } from '../markup/page.ts'
import { printable } from '../markup/printable.ts'
import { ownName, ownPage, type PageLink, type Site, type SitePage, sitePages } from './site.ts'

/** Renders a page of the site as an HTML file, without script. */
export function renderSitePage(page: SitePage, site: Site): OutputFile {
  const { edition, menu } = site
  const { words, language } = edition
  const isHome = page.path === sitePages.home
  const link = (rel: string, to: string, more = {}) =>
    h('link', { rel: [rel], ...more, href: relativeHref(page.path, to) })
  const feed = { type: 'application/atom+xml', title: words.feed }
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('title', isHome ? edition.title : `${page.title} – ${edition.title}`),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    ...(['style', ...page.sheets] as const).map((sheet) =>
      link('stylesheet', `${ownName(sheet, edition)}.css`),
    ),
    isHome && menu.length > 0 ? link('alternate', sitePages.feed, feed) : null,
  ])
  const above = [navigation(page, site), notices(edition)].filter((part) => part !== null)
  const whole = isHome || page.path === ownPage('tout', edition)
  const neighbour = (rel: 'prev' | 'next', place: PageLink | undefined, label: string) => {
    if (place === undefined) return null
    const href = relativeHref(page.path, place.path)
    return h('p', [`${labelled(label, language)} `, h('a', { rel: [rel], href }, place.title)])
  }
  const below = [
    neighbour('prev', page.previous, words.previous),
    neighbour('next', page.next, words.next),
    whole ? (hasColophon(edition) ? colophonToHast(edition) : null) : imprint(edition),
  ].filter((part) => part !== null)
  // Section ids have no capitals, so no section has this id.
  const textId = languageOfTag(language) === 'fr' ? 'Texte' : 'Text'
  const body = h('body', [
    menu.length > 0 ? h('a.skip', { href: `#${textId}` }, words.skipToText) : null,
    unlessEmpty('header', above),
    h('main', { id: textId }, ...page.main),
    unlessEmpty('footer', below),
  ])
  const root = h(null, [
    { type: 'doctype' },
    h('html', { lang: language, ...directionOf(language) }, [head, body]),
  ])
  return textFile(`site/${page.path}`, printable(written(root, edition)))
}

/** Serialises one block early, so that the memory of its tree can be freed. */
export function writtenBlock(block: Element, edition: Edition): SerialisedBlock {
  return { type: 'raw', value: written(block, edition) }
}

function written(node: Root | Element, edition: Edition) {
  markDirections(node, edition.language, markLabels(node, edition, 'html'))
  putBlocksOnLines(node)
  // `omitOptionalTags` stays off: w3m, a text browser, misplaces definition lists whose tags are
  // not closed.
  return toHtml(node, { allowDangerousHtml: true })
}

/**
 * A page without a trail (the pages above it) shows the whole menu. Other pages link to their trail
 * and to the word index.
 */
function navigation({ path: here, trail }: SitePage, { edition, menu }: Site): Element | null {
  if (menu.length === 0) return null
  const index = ownPage('mots', edition)
  const up =
    trail === undefined
      ? menu
      : [
          ...trail.filter(({ path }) => path !== index),
          ...menu.filter(({ path }) => path === index),
        ]
  const items = up.map(({ path, title }) => {
    const ariaCurrent = path === here ? 'page' : null
    return h('li', h('a', { href: relativeHref(here, path), ariaCurrent }, title))
  })
  return h('nav', h('ul', items))
}

/** Every page names its edition, because a page may be read apart from the site. */
function imprint({ words, language, publisher, edition, date, licence }: Edition) {
  const edited = edition === '' ? '' : `${words.edition.toLowerCase()} ${edition}`
  const parts = [publisher, edited, dayInWords(date, language), licence]
  return unlessEmpty('p', parts.filter(Boolean).join(', '))
}
