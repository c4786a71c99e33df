import {
  type Document,
  isMarkdown,
  memoize,
  nearest,
  type Place,
  placeOf,
  withSameNumbers,
} from '@cahier/core'
import { bodyStartOf } from '@cahier/prose'
import { fileNameOf, nodesOf, placeIn } from '../../document/documents.ts'
import { isNameIn, pageAnchors } from '../../document/page-anchors.ts'
import type { Surroundings } from '../../document/surroundings.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { htmlAddresses } from '../../loose/html-addresses.ts'
import {
  folderPathOf,
  htmlTarget,
  type LocalTarget,
  localTarget,
  rootTarget,
  siteRoots,
} from '../../loose/local-target.ts'
import { addressPlace } from '../../references/addresses.ts'
import {
  ALMOST_LINK,
  mayHoldAlmostLinks,
  reportAlmostLinks,
  reportSlashes,
} from '../../references/almost-links.ts'
import { isSlip } from '../../references/id-uses.ts'
import { MISSING_TARGET, reportAnchor, reportMissing } from '../../references/missing-targets.ts'

/**
 * In texts outside a programme, reports badly written links, and links to missing files or
 * headings.
 */
export const file: Rule = {
  id: 'reference/file',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  loose: 'only',
  messages: {
    ...MISSING_TARGET,
    ...ALMOST_LINK,
    empty: {
      fr: 'ce lien ne mène nulle part : mettez l’adresse entre les parenthèses, ou enlevez le lien',
      en: 'this link leads nowhere: put the address between the parentheses, or remove the link',
    },
    missingImage: {
      fr: 'l’image « {url} » n’existe pas : corrigez l’adresse, ou mettez-la là',
      en: 'there is no image “{url}”: fix the address, or put it there',
    },
  },
  document({ document, surroundings, report }) {
    if (mayHoldAlmostLinks(document))
      for (const node of nodesOf(document, 'text')) reportAlmostLinks(node, document, report)
    for (const node of nodesOf(document, 'link', 'definition'))
      if (/^https?:\/(?!\/)/.test(node.url))
        reportSlashes(addressPlace(document, node), document, report)
    for (const node of nodesOf(document, 'link'))
      if (node.url === '' && node.children.some(({ type }) => type === 'text'))
        report('empty', placeOf(node))
    if (surroundings === undefined) return
    for (const address of addressesOf(document)) check(address, { document, surroundings, report })
  },
}

interface Address {
  readonly type: 'link' | 'image' | 'definition'
  readonly url: string
  readonly isHtml: boolean
  readonly place: () => Place
}

interface Checked {
  readonly document: Document
  readonly surroundings: Surroundings
  readonly report: Report
}

function addressesOf(document: Document): readonly Address[] {
  // Pandoc gives the title `wikilink` to a link to a wiki page, which is no file.
  const nodes = nodesOf(document, 'link', 'image', 'definition').filter(
    ({ title }) => title !== 'wikilink',
  )
  const ofMarkdown = nodes.map((node) => {
    const { type, url } = node
    return { type, url, isHtml: false, place: () => addressPlace(document, node) }
  })
  // A site generator may move a text with front matter, so its HTML addresses cannot be checked.
  const html = hasFrontMatter(document) ? [] : htmlAddresses(document)
  const ofHtml = html.map(({ type, url, start, end }) => {
    return { type, url, isHtml: true, place: () => placeIn(document, start, end) }
  })
  return [...ofMarkdown, ...ofHtml]
}

const rootsOf = memoize(({ path }: Document, surroundings: Surroundings) =>
  siteRoots(path, surroundings),
)

function check(address: Address, checked: Checked) {
  const { url, isHtml } = address
  const { document, surroundings, report } = checked
  const { path: from } = document
  const isRooted = url.startsWith('/')
  const target = isRooted
    ? rootTarget(rootsOf(document, surroundings), url)
    : (isHtml ? htmlTarget : localTarget)(from, url)
  if (target === null) return
  const isThere = (path: string) => path === from || surroundings.isThere(path)
  const path = target.paths.find(isThere)
  if (path === undefined) {
    // A text with front matter is for a site, and the pages of a site may have any address.
    const isForSite = hasFrontMatter(document) && target.paths.some(isPage)
    const beside = isForSite ? undefined : target.paths[0]
    const wanted = isRooted ? pathUnderRoot(target, url, checked) : beside
    if (wanted !== undefined) reportWanted(address, wanted, checked)
    return
  }
  const { fragment } = target
  // When files exist under several site roots, the right one is unknown.
  const isSure = !isRooted || target.paths.filter(isThere).length === 1
  // `#L12` names a line of source code; `#!`, `#:` and `#?` never name a heading.
  if (fragment === '' || !isMarkdown(path) || !isSure || /^(?:L\d|[!:?])/.test(fragment)) return
  const known = path === from ? pageAnchors(document) : surroundings.anchorsAt(path)
  if (known !== null && !known.plainNames.has(fragment) && !isNameIn(known, fragment))
    reportAnchor(url, address.place(), known.names, path, { document, report })
}

// A site generator may make web pages and files at the root (`/feed.xml`), so these are never
// reported as missing.
function pathUnderRoot(
  { paths }: LocalTarget,
  url: string,
  { document, surroundings }: Checked,
): string | undefined {
  const mayBeMade = /^\/[^/]*$/.test(url) && !paths.some(isMarkdown)
  return mayBeMade || hasFrontMatter(document) || paths.some(isPage)
    ? undefined
    : paths.find((path) => surroundings.isThere(folderPathOf(path)))
}

function hasFrontMatter({ text }: Document) {
  return bodyStartOf(text) > 1
}

function isPage(path: string) {
  return !/\.[^./]+$/.test(path) || /\.html?$/i.test(path)
}

function reportWanted(address: Address, path: string, { document, surroundings, report }: Checked) {
  const { url } = address
  const place = address.place()
  const isWritten = document.text.slice(place.start.offset, place.end.offset) === url
  const name = nearestName(path, document.path, surroundings.namesIn)
  const meant = name && url.replace(/[^/\\?#]+(?=[?#]|$)/, encodeURI(name))
  const isSure = isSlip(stemAndEnding(fileNameOf(path))[0], stemAndEnding(name)[0])
  reportMissing(address, place, report, { meant, isSure, isWritten })
}

function nearestName(path: string, from: string, namesIn: Surroundings['namesIn']) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const [stem, ending] = stemAndEnding(path.slice(folder.length))
  const all = namesIn(folder.slice(0, -1))
  const names = (all.length > MOST_NAMES ? [] : all).filter(
    (name) => stemAndEnding(name)[1] === ending && folder + name !== from,
  )
  const stems = names.map((name) => stemAndEnding(name)[0])
  const meant = nearest(stem, withSameNumbers(stem, stems))
  return meant === '' ? '' : (names[stems.indexOf(meant)] ?? '')
}

/** The names in a larger folder are often similar, so none is suggested. */
const MOST_NAMES = 200

function stemAndEnding(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot).toLowerCase()]
}
