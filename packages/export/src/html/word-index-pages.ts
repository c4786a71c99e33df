import { groupedBy } from '@cahier/prose'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { relativeHref } from '../markup/page.ts'
import {
  homeOf,
  menuPage,
  ownName,
  ownPage,
  previousAndNext,
  type Site,
  type SitePage,
} from './site.ts'
import { type IndexEntry, wordIndex } from './word-index.ts'

/** The word index: a page that lists the other pages by initial, then small pages of words. */
export function* wordPages(site: Site): Generator<SitePage> {
  const { edition } = site
  const { wordIndex: title, wordIndexIntro, otherLetters } = edition.words
  const index = { path: ownPage('mots', edition), title }
  const leaves = indexLeaves(wordIndex(edition), edition)
  const titleOf = (initial: string) => (initial === '' ? otherLetters : initial.toUpperCase())
  const idOf = (initial: string) => `${ownName('mots', edition)}-${initial}`
  const links = leaves.flatMap(({ path, groups }) =>
    groups.map(({ initial, entries }) => {
      const href = groups.length > 1 ? `${path}#${idOf(initial)}` : path
      return { initial, link: h('a', { href }, rangeOf(entries)) }
    }),
  )
  const items = [...groupedBy(links, ({ initial }) => initial)].map(([initial, own]) =>
    h('li', [
      h('b', titleOf(initial)),
      ' ',
      ...own.flatMap(({ link }, at) => (at === 0 ? [link] : [', ', link])),
    ]),
  )
  const sheets = ['mots'] as const
  yield* menuPage(index.path, title, sheets, site, () => [
    h('p', wordIndexIntro),
    h('ul.initials', items),
  ])
  for (const { path, title: words, groups } of leaves)
    yield {
      path,
      title: words,
      trail: [homeOf(edition), index],
      ...previousAndNext(path, leaves),
      sheets,
      main: [
        h('h1', words),
        ...groups.flatMap(({ initial, entries }) => [
          groups.length === 1 ? null : h('h2', { id: idOf(initial) }, titleOf(initial)),
          h(
            'ul.words',
            entries.map((entry) => item(entry, path)),
          ),
        ]),
      ],
    }
}

// Plain objects, five times faster than `h`: there are tens of thousands of links.
function item({ label, references }: IndexEntry, path: string): Element {
  const links = references.flatMap((reference) => [
    { type: 'text' as const, value: ', ' },
    {
      type: 'element' as const,
      tagName: 'a',
      properties: { href: relativeHref(path, reference.address) },
      children: [{ type: 'text' as const, value: reference.label }],
    },
  ])
  return {
    type: 'element',
    tagName: 'li',
    properties: {},
    children: [{ type: 'text', value: label }, ...links],
  }
}

/** The capacity of a page, in characters of HTML. */
const room = 3600

/** Cuts a sorted index into pages. Words with the same initial stay on one page if they fit. */
export function indexLeaves(index: readonly IndexEntry[], edition: Pick<Edition, 'language'>) {
  const parts = [...groupedBy(index, ({ label }) => initialOf(label))].flatMap(([initial, own]) => {
    const weight = own.reduce((sum, entry) => sum + weightOf(entry), 0)
    const split = weight > room ? inPages(own, weightOf) : [own]
    return split.map((entries) => ({ initial, entries, weight }))
  })
  const named = new Map<string, number>()
  return inPages(parts, ({ weight }) => weight).map((groups) => {
    const initial = groups[0]?.initial || ownName('autres', edition)
    const nth = (named.get(initial) ?? 0) + 1
    named.set(initial, nth)
    return {
      path: `${ownName('mots', edition)}-${initial}${nth === 1 ? '' : `-${nth}`}.html`,
      title: rangeOf(groups.flatMap(({ entries }) => entries)),
      groups,
    }
  })
}

function inPages<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item[][] {
  const pages: Item[][] = []
  let left = 0
  for (const item of items) {
    const weight = weightOf(item)
    if (weight > left || pages.length === 0) {
      pages.push([])
      left = room
    }
    pages.at(-1)?.push(item)
    left -= weight
  }
  return pages
}

/** The first and the last word: « abonné – agence ». */
function rangeOf(entries: readonly IndexEntry[]) {
  const [first = '', last = ''] = [entries[0], entries.at(-1)].map(
    (entry) => entry?.label.split(',')[0],
  )
  return first === last ? first : `${first} – ${last}`
}

// « œuvre » is under O, « État » under E.
function initialOf(label: string) {
  const letter = label.normalize('NFD').charAt(0).toLowerCase().replace('œ', 'o').replace('æ', 'a')
  return /[a-z]/.test(letter) ? letter : ''
}

function weightOf({ label, references }: IndexEntry) {
  const weights = references.map((one) => one.label.length + one.address.length + 18)
  return weights.reduce((sum, weight) => sum + weight, label.length + 6)
}
