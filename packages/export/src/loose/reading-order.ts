import { FILE_START, type Finding, withoutMarkdown } from '@cahier/core'
import type { Nodes } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'
import { weightIn } from './head-fields.ts'
import type { LooseText } from './read-loose-text.ts'
import { openingRank, openShelf, opensFolder } from './shelf.ts'
import type { ToldOrder } from './told-order.ts'

/** Texts in the order they are read. */
export interface ReadingOrder {
  readonly texts: readonly LooseText[]
  readonly findings: readonly Finding[]
}

/**
 * The order of `SUMMARY.md` where there is one (mdBook, GitBook), or of the `_sidebar.md` of
 * Docsify, which is then no chapter; else the one given; else that of the paths: what opens a
 * folder before the rest of it, then places that heads give, as site builders have them, and
 * numbers by their value. The same on every machine.
 */
export function readingOrder(
  texts: readonly LooseText[],
  otherwise: ToldOrder | null,
): ReadingOrder {
  const weights = weightsOf(texts)
  const sorted = [...texts].sort((a, b) => comparePaths(a.path, b.path, weights))
  const summary = sorted
    .filter(({ path }) => SUMMARY.test(path))
    .sort((a, b) => depthOf(a.path) - depthOf(b.path))[0]
  const order =
    summary === undefined
      ? otherwise
      : { path: summary.path, from: summary.path, urls: linksIn(summary.tree) }
  if (order === null) return { texts: sorted, findings: [] }
  const others = sorted.filter((text) => text !== summary)
  const shelf = openShelf(others.map(({ path }) => path))
  const pathsOf = (urls: readonly string[]) =>
    urls.flatMap((url) => shelf.find(url, order.from)?.path ?? [])
  const told = pathsOf(order.urls)
  if (told.length === 0) return { texts: sorted, findings: [] }
  // Docsify opens with a text that its sidebar most often does not name.
  const home = SIDEBAR.test(order.path)
    ? pathsOf(['./']).filter((path) => !told.includes(path))
    : []
  const paths = new Set([...home, ...told])
  const listed = [...paths].flatMap((path) => others.find((text) => text.path === path) ?? [])
  const unlisted = others.filter(({ path }) => !paths.has(path))
  return {
    texts: [...listed, ...unlisted],
    findings: unlisted.map(({ path }) =>
      publicationFinding(
        'publication/file',
        'unlisted',
        path,
        FILE_START,
        { summary: order.path },
        'info',
      ),
    ),
  }
}

const SUMMARY = /(?:^|\/)(?:summary|_sidebar)\.md$/i
const SIDEBAR = /_sidebar\.md$/i

/**
 * Natural order of two paths, folder by folder. `weights` are the places of some files and folders
 * among those beside them.
 */
export function comparePaths(
  a: string,
  b: string,
  weights: ReadonlyMap<string, number> = new Map(),
): number {
  const [ours, theirs] = [a.split('/'), b.split('/')]
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [one, other] = [ours[at] ?? '', theirs[at] ?? '']
    if (one === other) continue
    const opening = rankAt(one, at === ours.length - 1) - rankAt(other, at === theirs.length - 1)
    if (opening !== 0) return opening
    const weightOf = (steps: readonly string[]) =>
      weights.get(steps.slice(0, at + 1).join('/')) ?? Number.POSITIVE_INFINITY
    const [our, their] = [weightOf(ours), weightOf(theirs)]
    if (our !== their) return our < their ? -1 : 1
    const natural =
      NATURAL.compare(withoutMarkdown(one), withoutMarkdown(other)) || ours.length - theirs.length
    if (natural !== 0) return natural
    return one < other ? -1 : 1
  }
  return 0
}

/** The places that heads give: of a text, and of a folder that it opens. */
function weightsOf(texts: readonly LooseText[]): ReadonlyMap<string, number> {
  return new Map(
    texts.flatMap(({ path, head }) => {
      const weight = weightIn(head)
      const place = opensFolder(path) ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path
      return weight === null ? [] : [[place, weight] as const]
    }),
  )
}

// The language is given: the order depends on no setting of the machine.
const NATURAL = new Intl.Collator('fr', { numeric: true })

function rankAt(name: string, isFile: boolean): number {
  return openingRank(isFile ? name : '')
}

function depthOf(path: string): number {
  return path.split('/').length
}

function linksIn(node: Nodes): string[] {
  if (node.type === 'link') return [node.url]
  return 'children' in node ? node.children.flatMap(linksIn) : []
}
