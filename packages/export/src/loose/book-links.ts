import { memoize, nearest, withSameNumbers } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { CrossTarget } from '../edition/nodes.ts'
import type { LinkTarget } from '../print/context.ts'
import { webAddress } from '../web-address.ts'
import { indexPaths, type PathIndex } from './path-index.ts'

/** The target of a link. With a null target, only the words of the link are printed. */
export interface BookLink {
  readonly target: LinkTarget
  readonly fault: LinkFault | null
}

/** A message of the finding `publication/link`, and its data. */
export interface LinkFault {
  readonly message: string
  readonly data: Readonly<Record<string, string>>
  /** True for `info`, false for `warning`. */
  readonly isRemark?: boolean
  /**
   * Finds the target that was probably meant, or an empty string. With such a target, the message
   * is called `<message>Near`. The search is slow: call it only for faults to be shown.
   */
  readonly near?: () => string
}

export interface LinkableChapter {
  readonly path: string
  readonly id: string
  /** The id of the printed heading for each URL fragment; empty for the chapter itself. */
  readonly anchors: ReadonlyMap<string, string>
}

/**
 * Returns a function that resolves `url` in the file `from`. `chapters` are in reading order;
 * `files` are the paths of other files.
 */
export function bookLinks(
  chapters: readonly LinkableChapter[],
  files: readonly string[],
): (url: string, from: string) => BookLink {
  const byPath = new Map(chapters.map((chapter) => [chapter.path, chapter]))
  const index = indexPaths([...files, ...byPath.keys()])
  const folders = firstChapters(chapters)
  const names = groupedBy([...byPath.keys(), ...files], nameOf)
  return (url, from) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) return webLink(url)
    if (url === '') return unlinked('empty', {})
    const own = url.startsWith('#') ? byPath.get(from) : undefined
    if (own !== undefined) return chapterLink(own, url)
    const found = index.find(url, from)
    const first = found === null ? folders.get(index.pathOf(url, from)) : undefined
    if (first !== undefined) return chapterLink(first, '')
    if (found === null) return { target: null, fault: missing(url, from, index, names) }
    const chapter = byPath.get(found.path)
    if (chapter === undefined) return unlinked('notInBook', { url }, true)
    const link = chapterLink(chapter, url)
    if (found.exact || link.fault !== null) return link
    return { ...link, fault: { message: 'case', data: { url, meant: found.path } } }
  }
}

/** The first chapter in each folder, for links to a folder without README or index. */
function firstChapters(chapters: readonly LinkableChapter[]): ReadonlyMap<string, LinkableChapter> {
  const first = new Map<string, LinkableChapter>()
  for (const chapter of chapters) {
    const steps = chapter.path.normalize('NFC').split('/').slice(0, -1)
    steps.forEach((_, at) => {
      const folder = steps.slice(0, at + 1).join('/')
      if (!first.has(folder)) first.set(folder, chapter)
    })
  }
  return first
}

function webLink(url: string): BookLink {
  const target = webAddress(url)
  return target === ''
    ? unlinked(/^https?:/i.test(url) ? 'address' : 'unsafe', { url: url.slice(0, 80) })
    : { target: { kind: 'web', url: target }, fault: null }
}

function unlinked(message: string, data: LinkFault['data'], isRemark = false): BookLink {
  return { target: null, fault: { message, data, isRemark } }
}

function chapterLink({ id, path, anchors }: LinkableChapter, url: string): BookLink {
  const anchor = fragmentOf(url)
  const isWhole = anchor === '' || anchor === 'top'
  const name = anchors.has(anchor) ? anchor : foldedAnchors(anchors).get(foldAnchor(anchor))
  const section = isWhole ? '' : name === undefined ? undefined : anchors.get(name)
  const to: CrossTarget = section ? { kind: 'section', id, section } : { kind: 'chapter', id }
  const target: LinkTarget = { kind: 'inside', target: to }
  if (isWhole || section !== undefined) return { target, fault: null }
  const near = () => nearest(anchor, [...anchors.keys()])
  const fault = { message: 'anchor', data: { anchor, target: path }, near }
  return { target: url.startsWith('#') ? null : target, fault }
}

const foldedAnchors = memoize(
  (anchors: LinkableChapter['anchors']): ReadonlyMap<string, string> =>
    new Map([...anchors.keys()].reverse().map((anchor) => [foldAnchor(anchor), anchor])),
)

/** Removes the accents, punctuation and capitals, on which site builders disagree. */
function foldAnchor(anchor: string) {
  return anchor
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function missing(
  url: string,
  from: string,
  index: PathIndex,
  names: ReadonlyMap<string, readonly string[]>,
): LinkFault {
  const path = index.pathOf(url, from)
  if (path === '') return { message: 'outside', data: { url } }
  return { message: 'missing', data: { url }, near: () => nearPath(path, names) }
}

/** The only file of that name in any folder, else a file with a similar name; else empty. */
function nearPath(path: string, names: ReadonlyMap<string, readonly string[]>) {
  const own = nameOf(path)
  const namesakes = names.get(own) ?? []
  if (namesakes.length === 1) return namesakes[0] as string
  const near = names.size > MOST_NAMES ? '' : nearest(own, withSameNumbers(own, [...names.keys()]))
  return names.get(near)?.[0] ?? ''
}

/** With more file names, comparing them would take longer than printing the book. */
const MOST_NAMES = 500

function nameOf(path: string) {
  return path.slice(path.lastIndexOf('/') + 1)
}

function fragmentOf(url: string) {
  const fragment = /#(.*)$/s.exec(url)?.[1] ?? ''
  try {
    return decodeURIComponent(fragment).normalize('NFC')
  } catch {
    return fragment
  }
}
