import { isMarkdown, linkedPath, withoutMarkdownExtension } from '@cahier/core'

/** Finds the file that a link address in the file `from` names. */
export type PathIndex = ReturnType<typeof indexPaths>

/**
 * Indexes paths. An address may omit `.md`, end in `.html`, or name a folder for its README or
 * index. As on GitHub, `/a/b.md` starts at the root.
 */
export function indexPaths(paths: readonly string[]) {
  const exact = new Map(paths.map((path) => [path.normalize('NFC'), path]))
  const folded = new Map(paths.map((path) => [path.normalize('NFC').toLowerCase(), path]))
  const pathOf = (url: string, from: string) =>
    linkedPath(
      from,
      url.startsWith('/') && !url.startsWith('//') ? `${toRoot(from)}.${url}` : url,
    ).normalize('NFC')
  return {
    /** The path that an address names, even if no file is there; empty for the root or outside. */
    pathOf,
    /** The file, or null; `exact` is false for a full file name in other capitals. */
    find(url: string, from: string) {
      const named = pathOf(url, from)
      // An empty `named` is the root or a place outside. With `/x` added, only an address that
      // names the root gives `x`.
      if (named === '' && pathOf(`${url.split(/[?#]/, 1)[0]?.replace(/\/$/, '')}/x`, from) !== 'x')
        return null
      const candidates = candidatesFor(named)
      const same = candidates.find((path) => exact.has(path))
      if (same !== undefined) return { path: exact.get(same) as string, exact: true }
      const near = candidates.find((path) => folded.has(path.toLowerCase()))
      // Different capitals are a fault only when the address gives the full file name.
      return near === undefined
        ? null
        : { path: folded.get(near.toLowerCase()) as string, exact: near !== named }
    },
  }
}

/** True for a file that opens its folder: README, index. */
export function opensFolder(path: string): boolean {
  return openingRank(path) < OPENINGS.length
}

/** 0 for README, 1 for `index`, 2 for `_index`, 3 for any other file. */
export function openingRank(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const rank = isMarkdown(name) ? OPENINGS.indexOf(withoutMarkdownExtension(name)) : -1
  return rank < 0 ? OPENINGS.length : rank
}

const OPENINGS: readonly string[] = ['readme', 'index', '_index']

function toRoot(from: string) {
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
