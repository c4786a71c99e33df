import { isMarkdown, resolvePath, withoutMarkdown } from '@cahier/core'

/** The paths of a folder, to be found as links name them. */
export interface Shelf {
  /** `exact` is false where only capitals differ. `null` when there is no such text or file. */
  readonly find: (
    url: string,
    from: string,
  ) => { readonly path: string; readonly exact: boolean } | null
  /** The path that a link names, found or not; `''` when it leads out of the folder. */
  readonly pathOf: (url: string, from: string) => string
}

/**
 * Looks for what a link names: the file itself; then, as forges and site builders do, the same
 * without `.md`, the Markdown of an `.html`, the opening text of a folder. `/a/b.md` begins at the
 * folder's root. Accents are the same however they are encoded.
 */
export function openShelf(paths: readonly string[]): Shelf {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  for (const path of paths) {
    exact.set(path.normalize('NFC'), path)
    folded.set(path.normalize('NFC').toLowerCase(), path)
  }
  const pathOf = (url: string, from: string) =>
    resolvePath(
      from,
      url.startsWith('/') && !url.startsWith('//') ? `${up(from)}.${url}` : url,
    ).normalize('NFC')
  return {
    pathOf,
    find(url, from) {
      const named = pathOf(url, from)
      if (named === '' && pathOf(`${url.split(/[?#]/, 1)[0]?.replace(/\/$/, '')}/x`, from) !== 'x')
        return null
      const candidates = candidatesFor(named)
      const same = candidates.find((path) => exact.has(path))
      if (same !== undefined) return { path: exact.get(same) as string, exact: true }
      const near = candidates.find((path) => folded.has(path.toLowerCase()))
      // An opening text has any capitals: README.md, Index.md.
      if (near !== undefined)
        return { path: folded.get(near.toLowerCase()) as string, exact: near !== named }
      return null
    },
  }
}

/**
 * What a name alone stands for, wherever it lies: `Page` for `notes/page.md`, `plan.png`,
 * `notes/Page`; the nearest to the root; `''` for nothing.
 */
export function openNames(paths: readonly string[]): (name: string) => string {
  const byName = new Map<string, string>()
  const nearest = [...paths].sort(nearestFirst)
  for (const path of nearest) {
    const steps = folded(path).split('/')
    steps.forEach((_, at) => {
      const ending = steps.slice(at).join('/')
      for (const name of [ending, withoutMarkdown(ending)])
        if (!byName.has(name)) byName.set(name, path)
    })
  }
  return (name) => byName.get(folded(name)) ?? ''
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Orders paths by how deep they lie, then by name. */
export function nearestFirst(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1)
}

/** Whether a text opens its folder. */
export function opensFolder(path: string): boolean {
  return openingRank(path) < OPENINGS.length
}

/** Which of two texts that may both open a folder does: a README before an index. */
export function openingRank(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const rank = isMarkdown(name) ? OPENINGS.indexOf(withoutMarkdown(name)) : -1
  return rank < 0 ? OPENINGS.length : rank
}

const OPENINGS: readonly string[] = ['readme', 'index', '_index']

function up(from: string): string {
  return '../'.repeat(from.split('/').length - 1)
}

function candidatesFor(path: string): string[] {
  const inside = path === '' ? '' : `${path}/`
  const opening = ['README.md', 'index.md', '_index.md', 'README.markdown', 'index.markdown'].map(
    (name) => `${inside}${name}`,
  )
  if (path === '') return opening
  const stem = path.replace(/\.x?html?$/i, '')
  const beside = stem.replace(/(^|\/)index$/i, '$1README')
  return [
    path,
    `${path}.md`,
    `${path}.markdown`,
    ...(stem === path ? [] : [`${stem}.md`, `${stem}.markdown`, `${beside}.md`]),
    ...opening,
  ]
}
