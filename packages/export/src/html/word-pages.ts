import type { Element } from 'hast'
import { h } from 'hastscript'
import { relativeHref } from '../markup/relative-href.ts'
import { beside, homeOf, type Site } from './site.ts'
import type { SitePage } from './site-page.ts'
import { ownName, ownPage } from './site-pages.ts'
import type { IndexEntry } from './words/index-entry.ts'
import { type IndexLeaf, indexLeaves, rangeOf } from './words/index-leaves.ts'
import { wordIndex } from './words/word-index.ts'

/**
 * The search that needs no script: an index of words, cut into pages that stay light, under a page
 * that lists them by initial.
 */
export function* wordPages(site: Site): Generator<SitePage> {
  const { words } = site.edition
  const leaves = indexLeaves(wordIndex(site.edition), site.edition)
  const initials = [
    ...new Set(leaves.flatMap(({ groups }) => groups.map(({ initial }) => initial))),
  ]
  const items = initials.map((initial) => {
    const links = leaves.flatMap((leaf) =>
      leaf.groups
        .filter((group) => group.initial === initial)
        .map(({ entries }) =>
          h(
            'a',
            { href: leaf.groups.length > 1 ? `${leaf.path}#${idOf(initial, site)}` : leaf.path },
            rangeOf(entries),
          ),
        ),
    )
    return h('li', [
      h('b', titleOf(initial, site)),
      ' ',
      ...links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])),
    ])
  })
  yield {
    path: ownPage('mots', site.edition),
    title: words.wordIndex,
    sheets: ['mots'],
    main: [
      h('h1', words.wordIndex),
      h('p', words.wordIndexIntro),
      h('ul', { className: ['initials'] }, items),
    ],
  }
  for (const leaf of leaves) yield leafPage(leaf, leaves, site)
}

function leafPage(
  { path, title, groups }: IndexLeaf,
  leaves: readonly IndexLeaf[],
  site: Site,
): SitePage {
  const { edition } = site
  return {
    path,
    title,
    trail: [homeOf(edition), { path: ownPage('mots', edition), title: edition.words.wordIndex }],
    ...beside(path, leaves),
    sheets: ['mots'],
    main: [
      h('h1', title),
      ...groups.flatMap(({ initial, entries }) => [
        ...(groups.length === 1
          ? []
          : [h('h2', { id: idOf(initial, site) }, titleOf(initial, site))]),
        h(
          'ul',
          { className: ['words'] },
          entries.map((entry) => item(entry, path)),
        ),
      ]),
    ],
  }
}

// Tens of thousands of links: made by hand, they cost a fifth of what `h` takes.
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

function titleOf(initial: string, { edition }: Site): string {
  return initial === '' ? edition.words.otherLetters : initial.toUpperCase()
}

function idOf(initial: string, { edition }: Site): string {
  return `${ownName('mots', edition)}-${initial}`
}
