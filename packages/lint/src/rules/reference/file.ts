import {
  type Document,
  editAt,
  isMarkdown,
  nearest,
  type Place,
  placeOf,
  withoutOtherNumbers,
} from '@cahier/core'
import { bodyStartOf } from '@cahier/prose'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
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
import type { Surroundings } from '../../loose/surroundings.ts'
import { addressPlace, lacksScheme } from '../../references/addresses.ts'
import {
  ALMOST_LINK,
  MISSING_FILE,
  mayHoldAlmostLinks,
  reportAlmostLinks,
  reportSlashes,
} from '../../references/almost-links.ts'
import { isSlip } from '../../references/id-uses.ts'
import { isNameIn, pageAnchors } from '../../references/page-anchors.ts'

/**
 * Reports links and images to missing files or headings outside a programme (inside:
 * `reference/link`).
 */
export const file: Rule = {
  id: 'reference/file',
  severity: 'warning',
  editScope: 'tree',
  loose: 'only',
  messages: {
    ...MISSING_FILE,
    ...ALMOST_LINK,
    empty: {
      fr: 'ce lien ne mène nulle part : mettez l’adresse entre les parenthèses, ou enlevez le lien',
      en: 'this link leads nowhere: put the address between the parentheses, or remove the link',
    },
    missingImage: {
      fr: 'l’image « {url} » n’existe pas : corrigez l’adresse, ou mettez-la là',
      en: 'there is no image “{url}”: fix the address, or put it there',
    },
    anchorNear: {
      fr: 'aucun titre du fichier {path} ne répond à « #{anchor} » : vouliez-vous écrire « #{meant} » ?',
      en: 'no heading of {path} answers to “#{anchor}”: did you mean “#{meant}”?',
    },
  },
  document({ document, surroundings, report }) {
    if (mayHoldAlmostLinks(document))
      for (const node of nodesOf(document, 'text')) reportAlmostLinks(node, document, report)
    if (document.text.includes('http:/') || document.text.includes('https:/'))
      for (const node of nodesOf(document, 'link', 'definition'))
        if (/^https?:\/(?!\/)/.test(node.url))
          reportSlashes(addressPlace(document, node), document, report)
    for (const node of nodesOf(document, 'link'))
      if (node.url === '' && node.children.some(({ type }) => type === 'text'))
        report('empty', placeOf(node))
    if (surroundings === undefined) return
    let roots: readonly string[] | undefined
    const rootsOf = () => {
      roots ??= siteRoots(document.path, surroundings)
      return roots
    }
    for (const address of addressesOf(document))
      check(address, document, rootsOf, surroundings, report)
  },
}

/** A link or an image, in Markdown or in HTML. */
interface Address {
  readonly type: 'link' | 'image' | 'definition'
  readonly url: string
  readonly isHtml: boolean
  readonly place: () => Place
}

function addressesOf(document: Document): readonly Address[] {
  // Pandoc gives this title to a link to a wiki page, which is no file.
  const nodes = nodesOf(document, 'link', 'image', 'definition').filter(
    ({ title }) => title !== 'wikilink',
  )
  const ofMarkdown = nodes.map((node) => {
    const { type, url } = node
    return { type, url, isHtml: false, place: () => addressPlace(document, node) }
  })
  const ofHtml = htmlAddresses(document).map(({ type, url, start, end }) => {
    return { type, url, isHtml: true, place: () => placeIn(document, start, end) }
  })
  return [...ofMarkdown, ...ofHtml]
}

function check(
  address: Address,
  document: Document,
  rootsOf: () => readonly string[],
  surroundings: Surroundings,
  report: Report,
): void {
  const { url, isHtml } = address
  const isRooted = url.startsWith('/')
  // Site generators may move the page of a text with front matter, but not its HTML addresses.
  if (isHtml && hasHead(document)) return
  const { path: from } = document
  const target = isRooted
    ? rootTarget(rootsOf(), url)
    : isHtml
      ? htmlTarget(from, url)
      : localTarget(from, url)
  if (target === null) return
  const isThere = (path: string) => path === from || surroundings.isThere(path)
  const path = target.paths.find(isThere)
  if (path === undefined) {
    const wanted = isRooted
      ? pathUnderRoot(target, document, surroundings, url)
      : isForSite(target, document)
        ? undefined
        : target.paths[0]
    if (wanted !== undefined) reportMissing(address, wanted, document, surroundings, report)
  } else if (target.fragment !== '' && isMarkdown(path)) {
    // With several possible roots, the right one is unknown.
    const isSure = !isRooted || target.paths.filter(isThere).length === 1
    if (isSure) checkAnchor(address, path, target.fragment, document, surroundings, report)
  }
}

// Site generators may give any address to a page with front matter.
function isForSite({ paths }: LocalTarget, document: Document): boolean {
  return hasHead(document) && paths.some(isPage)
}

// The missing file of an address that begins with `/`, when its folder exists in a root. At the
// root itself sites add files: `/feed.xml`.
function pathUnderRoot(
  { paths }: LocalTarget,
  document: Document,
  { isThere }: Surroundings,
  url: string,
): string | undefined {
  const mayBeMade = /^\/[^/]*$/.test(url) && !paths.some(isMarkdown)
  return mayBeMade || hasHead(document) || paths.some(isPage)
    ? undefined
    : paths.find((path) => isThere(folderPathOf(path)))
}

function hasHead({ text }: Document): boolean {
  return bodyStartOf(text) > 1
}

function isPage(path: string): boolean {
  return !/\.[^./]+$/.test(path) || /\.html?$/i.test(path)
}

function checkAnchor(
  address: Address,
  path: string,
  anchor: string,
  document: Document,
  surroundings: Surroundings,
  report: Report,
): void {
  const known = path === document.path ? pageAnchors(document) : surroundings.anchorsAt(path)
  // `#L12` is a source line; `#!`, `#:` and `#?` are not headings.
  if (known === null || /^(?:L\d|[!:?])/.test(anchor)) return
  if (known.plainNames.has(anchor) || isNameIn(known, anchor)) return
  const { start, end } = address.place()
  const hash = document.text.slice(start.offset, end.offset).indexOf('#')
  const from = start.offset + hash + 1
  const place = placeIn(document, from, end.offset)
  const meant = nearest(anchor, [...known.names])
  if (meant === '') report('anchor', place, { anchor, path })
  else {
    const isWritten =
      hash >= 0 &&
      document.text.slice(from, end.offset) === address.url.slice(address.url.indexOf('#') + 1)
    const edits = [{ start: from, end: end.offset, text: encodeURI(meant) }]
    report(
      'anchorNear',
      place,
      { anchor, path, meant },
      isWritten && isSlip(anchor, meant) ? { edits } : {},
    )
  }
}

function reportMissing(
  address: Address,
  path: string,
  document: Document,
  { namesIn }: Surroundings,
  report: Report,
): void {
  const { url, type } = address
  const place = address.place()
  const isWritten = document.text.slice(place.start.offset, place.end.offset) === url
  const mended = (text: string) =>
    isWritten ? { edits: [editAt(document.path, place, text)] } : {}
  const name = nearestName(path, document.path, namesIn)
  if (name !== '') {
    const meant = url.replace(/[^/\\?#]+(?=[?#]|$)/, encodeURI(name))
    report(
      'missingNear',
      place,
      { url, meant },
      isSlip(stemAndEnding(path.slice(path.lastIndexOf('/') + 1))[0], stemAndEnding(name)[0])
        ? mended(meant)
        : {},
    )
  } else if (type !== 'image' && lacksScheme(url))
    report('web', place, { meant: `https://${url}` }, mended(`https://${url}`))
  else report(type === 'image' ? 'missingImage' : 'missing', place, { url })
}

// The file of a similar name and the same extension in that folder; else `''`.
function nearestName(path: string, from: string, namesIn: Surroundings['namesIn']): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const [stem, ending] = stemAndEnding(path.slice(folder.length))
  const all = namesIn(folder.slice(0, -1))
  const names = (all.length > MOST_NAMES ? [] : all).filter(
    (name) => stemAndEnding(name)[1] === ending && folder + name !== from,
  )
  const stems = names.map((name) => stemAndEnding(name)[0])
  const meant = nearest(stem, withoutOtherNumbers(stem, stems))
  return meant === '' ? '' : (names[stems.indexOf(meant)] ?? '')
}

/** In larger folders, names are often numbered and similar. */
const MOST_NAMES = 200

function stemAndEnding(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot).toLowerCase()]
}
