import { groupedBy } from '@cahier/prose'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { relativeHref } from '../markup/targets.ts'
import { beside, homeOf, type Site, type SitePage } from './site.ts'
import { ownName, ownPage } from './site-pages.ts'
import { type IndexEntry, wordIndex } from './word-index.ts'

/** The word index, a search without script: small pages, after one that lists them by initial. */
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
    main: [h('h1', words.wordIndex), h('p', words.wordIndexIntro), h('ul.initials', items)],
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
          'ul.words',
          entries.map((entry) => item(entry, path)),
        ),
      ]),
    ],
  }
}

// Plain objects take a fifth of the time of `h`: there are tens of thousands of links.
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

/** A page: one initial, several short ones, or a part of a long one. */
interface IndexLeaf {
  readonly path: string
  readonly title: string
  readonly groups: readonly InitialGroup[]
}

interface InitialGroup {
  /** `a` to `z`; `''` for anything else. */
  readonly initial: string
  readonly entries: readonly IndexEntry[]
}

/** The capacity of a page, in letters. */
const room = 3600

/** Cuts a sorted index into pages. An initial is split only if it exceeds a page. */
export function indexLeaves(
  index: readonly IndexEntry[],
  edition: Pick<Edition, 'language'>,
): readonly IndexLeaf[] {
  const pages: InitialGroup[][] = []
  let left = 0
  for (const group of byInitial(index)) {
    const weight = group.entries.reduce((sum, entry) => sum + weightOf(entry), 0)
    const parts = weight > room ? cut(group) : [group]
    for (const part of parts) {
      if (weight > left || pages.length === 0) {
        pages.push([])
        left = room
      }
      pages.at(-1)?.push(part)
      left -= weight
    }
  }
  const named = new Map<string, number>()
  return pages.map((groups) => {
    const initial = groups[0]?.initial || ownName('autres', edition)
    const nth = (named.get(initial) ?? 0) + 1
    named.set(initial, nth)
    const title = rangeOf(groups.flatMap(({ entries }) => entries))
    return {
      path: `${ownName('mots', edition)}-${initial}${nth === 1 ? '' : `-${nth}`}.html`,
      title,
      groups,
    }
  })
}

/** « abonné – agence ». */
function rangeOf(entries: readonly IndexEntry[]): string {
  const [first = '', last = ''] = [entries[0], entries.at(-1)].map(
    (entry) => entry?.label.split(',')[0],
  )
  return first === last ? first : `${first} – ${last}`
}

function byInitial(entries: readonly IndexEntry[]): InitialGroup[] {
  return [...groupedBy(entries, ({ label }) => initialOf(label))].map(([initial, own]) => ({
    initial,
    entries: own,
  }))
}

// « œuvre » is under O, « État » under E.
function initialOf(label: string): string {
  const letter = label.normalize('NFD').charAt(0).toLowerCase().replace('œ', 'o').replace('æ', 'a')
  return /[a-z]/.test(letter) ? letter : ''
}

function cut({ initial, entries }: InitialGroup): InitialGroup[] {
  const parts: IndexEntry[][] = []
  let left = 0
  for (const entry of entries) {
    const weight = weightOf(entry)
    if (weight > left || parts.length === 0) {
      parts.push([])
      left = room
    }
    parts.at(-1)?.push(entry)
    left -= weight
  }
  return parts.map((own) => ({ initial, entries: own }))
}

function weightOf({ label, references }: IndexEntry): number {
  return (
    label.length +
    6 +
    references.reduce(
      (sum, reference) => sum + reference.label.length + reference.address.length + 18,
      0,
    )
  )
}
