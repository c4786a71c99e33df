import { memoize, nearest, withoutOtherNumbers } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { CrossTarget } from '../edition/edition.ts'
import type { LinkTarget } from '../print/addresses.ts'
import { webAddress } from '../web-address.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** Where a link of the book leads, and what is to be said of it. */
export interface BookLink {
  readonly target: LinkTarget
  readonly fault: LinkFault | null
}

/** A message of `publication/link` with its data. */
export interface LinkFault {
  readonly message: string
  readonly data: Readonly<Record<string, string>>
  readonly isRemark?: boolean
  /**
   * What was meant, `''` when nothing is near: then the message is the one that ends in `Near`,
   * with `meant`. Not free: ask it when it is shown.
   */
  readonly near?: () => string
}

/** A chapter as links see it. */
export interface AddressedChapter {
  readonly path: string
  readonly id: string
  /** Where a fragment leads: the id of a printed heading, or `''` for the chapter itself. */
  readonly anchors: ReadonlyMap<string, string>
}

/**
 * Resolves the links of a book, its chapters in reading order. `files` are the paths that are there
 * and are no chapters.
 */
export function bookAddresses(
  chapters: readonly AddressedChapter[],
  files: readonly string[],
): (url: string, from: string) => BookLink {
  const byPath = new Map(chapters.map((chapter) => [chapter.path, chapter]))
  const shelf = openShelf([...files, ...byPath.keys()])
  const folders = openings(chapters)
  const names = groupedBy([...byPath.keys(), ...files], nameOf)
  return (url, from) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) return outwards(url)
    if (url === '') return { target: null, fault: { message: 'empty', data: {} } }
    const own = url.startsWith('#') ? byPath.get(from) : undefined
    if (own !== undefined) return withinChapter(own, url)
    const found = shelf.find(url, from)
    const first = found === null ? folders.get(shelf.pathOf(url, from)) : undefined
    if (first !== undefined) return withinChapter(first, '')
    if (found === null) return { target: null, fault: missing(url, from, shelf, names) }
    const chapter = byPath.get(found.path)
    if (chapter === undefined)
      return { target: null, fault: { message: 'notInBook', data: { url }, isRemark: true } }
    const link = withinChapter(chapter, url)
    if (found.exact || link.fault !== null) return link
    return { ...link, fault: { message: 'case', data: { url, meant: found.path } } }
  }
}

/** A folder that no text opens is opened by its first chapter. */
function openings(chapters: readonly AddressedChapter[]): ReadonlyMap<string, AddressedChapter> {
  const first = new Map<string, AddressedChapter>()
  for (const chapter of chapters) {
    const steps = chapter.path.normalize('NFC').split('/').slice(0, -1)
    steps.forEach((_, at) => {
      const folder = steps.slice(0, at + 1).join('/')
      if (!first.has(folder)) first.set(folder, chapter)
    })
  }
  return first
}

function outwards(url: string): BookLink {
  const target = webAddress(url)
  if (target !== '') return { target: { kind: 'web', url: target }, fault: null }
  const message = /^https?:/i.test(url) ? 'address' : 'unsafe'
  return { target: null, fault: { message, data: { url: url.slice(0, 80) } } }
}

function withinChapter(chapter: AddressedChapter, url: string): BookLink {
  const whole: CrossTarget = { kind: 'chapter', id: chapter.id }
  const anchor = fragmentOf(url)
  if (anchor === '' || anchor === 'top')
    return { target: { kind: 'inside', target: whole }, fault: null }
  const name = chapter.anchors.has(anchor)
    ? anchor
    : plainAnchors(chapter.anchors).get(plain(anchor))
  if (name !== undefined) {
    const section = chapter.anchors.get(name) ?? ''
    const target: CrossTarget =
      section === '' ? whole : { kind: 'section', id: chapter.id, section }
    return { target: { kind: 'inside', target }, fault: null }
  }
  const near = () => nearest(anchor, [...chapter.anchors.keys()])
  const fault = { message: 'anchor', data: { anchor, target: chapter.path }, near }
  return { target: url.startsWith('#') ? null : { kind: 'inside', target: whole }, fault }
}

const plainAnchors = memoize(
  (anchors: AddressedChapter['anchors']): ReadonlyMap<string, string> =>
    new Map([...anchors.keys()].reverse().map((anchor) => [plain(anchor), anchor])),
)

// Site builders make anchors in their own way: with or without accents, dots, capitals.
function plain(anchor: string): string {
  return anchor
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function missing(
  url: string,
  from: string,
  shelf: Shelf,
  names: ReadonlyMap<string, readonly string[]>,
): LinkFault {
  const path = shelf.pathOf(url, from)
  if (path === '') return { message: 'outside', data: { url } }
  return { message: 'missing', data: { url }, near: () => nearPath(path, names) }
}

/** The only file of that name elsewhere, or one of a name near enough. */
function nearPath(path: string, names: ReadonlyMap<string, readonly string[]>): string {
  const own = nameOf(path)
  const namesakes = names.get(own) ?? []
  if (namesakes.length === 1) return namesakes[0] as string
  const near =
    names.size > MOST_NAMES ? '' : nearest(own, withoutOtherNumbers(own, [...names.keys()]))
  return names.get(near)?.[0] ?? ''
}

/** Past that, comparing a name with all the others would take longer than printing the book. */
const MOST_NAMES = 500

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function fragmentOf(url: string): string {
  const fragment = /#(.*)$/s.exec(url)?.[1] ?? ''
  try {
    return decodeURIComponent(fragment).normalize('NFC')
  } catch {
    return fragment
  }
}
