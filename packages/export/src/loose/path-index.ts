import { isMarkdown, resolvePath, withoutMarkdown } from '@cahier/core'

/** The paths of a folder, found by the address of a link in the file `from`. */
export interface PathIndex {
  /** Null when nothing matches; `exact` is false when only capitals differ. */
  readonly find: (
    url: string,
    from: string,
  ) => { readonly path: string; readonly exact: boolean } | null
  /** The path that an address names, even if no file is there; empty outside the folder. */
  readonly pathOf: (url: string, from: string) => string
}

/**
 * Indexes paths. As on forges and built sites, an address may omit `.md`, end in `.html`, or name a
 * folder for its opening text. `/a/b.md` starts at the root.
 */
export function indexPaths(paths: readonly string[]): PathIndex {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  for (const path of paths) {
    exact.set(path.normalize('NFC'), path)
    folded.set(path.normalize('NFC').toLowerCase(), path)
  }
  const pathOf = (url: string, from: string) =>
    resolvePath(
      from,
      url.startsWith('/') && !url.startsWith('//') ? `${toRoot(from)}.${url}` : url,
    ).normalize('NFC')
  return {
    pathOf,
    find(url, from) {
      const named = pathOf(url, from)
      // `named` is empty for the root, and outside the folder.
      if (named === '' && pathOf(`${url.split(/[?#]/, 1)[0]?.replace(/\/$/, '')}/x`, from) !== 'x')
        return null
      const candidates = candidatesFor(named)
      const same = candidates.find((path) => exact.has(path))
      if (same !== undefined) return { path: exact.get(same) as string, exact: true }
      const near = candidates.find((path) => folded.has(path.toLowerCase()))
      // The capitals of an opening text that the address omits do not count.
      if (near !== undefined)
        return { path: folded.get(near.toLowerCase()) as string, exact: near !== named }
      return null
    },
  }
}

/** True for the opening text of its folder: README, index. */
export function opensFolder(path: string): boolean {
  return openingRank(path) < OPENINGS.length
}

/** The rank among opening texts: README first, then index; the last rank for other texts. */
export function openingRank(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const rank = isMarkdown(name) ? OPENINGS.indexOf(withoutMarkdown(name)) : -1
  return rank < 0 ? OPENINGS.length : rank
}

const OPENINGS: readonly string[] = ['readme', 'index', '_index']

function toRoot(from: string): string {
  return '../'.repeat(from.split('/').length - 1)
}

function candidatesFor(path: string): string[] {
  const folder = path === '' ? '' : `${path}/`
  const openings = ['README.md', 'index.md', '_index.md', 'README.markdown', 'index.markdown'].map(
    (name) => `${folder}${name}`,
  )
  if (path === '') return openings
  const stem = path.replace(/\.x?html?$/i, '')
  const readme = stem.replace(/(^|\/)index$/i, '$1README')
  return [
    path,
    `${path}.md`,
    `${path}.markdown`,
    ...(stem === path ? [] : [`${stem}.md`, `${stem}.markdown`, `${readme}.md`]),
    ...openings,
  ]
}
