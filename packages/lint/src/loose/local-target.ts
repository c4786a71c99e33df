import { decoded, wordSet } from '@cahier/core'
import type { Surroundings } from '../document/surroundings.ts'
import { schemeOf } from '../references/addresses.ts'

/** The file that an address points to, in a text outside a programme. */
export interface LocalTarget {
  /** Possible paths, relative to the linted folder (`''` for that folder). */
  readonly paths: readonly string[]
  /** The decoded text after `#`; `''` when there is none. */
  readonly fragment: string
}

/**
 * The file that a link in the file `from` points to. `null` for another site, for a place in the
 * same text, for a template such as `{name}`, and for an address that begins with `/`.
 */
export function localTarget(from: string, url: string): LocalTarget | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)|[{}<>$*|]/i.test(url) || schemeOf(url) !== '') return null
  return targetAmong([folderPathOf(from)], url)
}

/**
 * Like `localTarget`, for an address in HTML. On a generated site, such an address may start from a
 * folder named after the text.
 */
export function htmlTarget(from: string, url: string): LocalTarget | null {
  return (
    localTarget(from, url) && targetAmong([folderPathOf(from), from.replace(/\.[^./]*$/, '')], url)
  )
}

/**
 * The file that an address such as `/page` points to, with its possible paths in each root; `null`
 * for any other address.
 */
export function rootTarget(roots: readonly string[], url: string): LocalTarget | null {
  if (!/^\/[^/\\]/.test(url) || /[{}<>$*|]/.test(url)) return null
  return targetAmong(roots, url)
}

function targetAmong(folders: readonly string[], url: string): LocalTarget {
  const [, address = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  // Browsers read `\` as `/`.
  const written = address.replaceAll('\\', '/')
  const paths = folders.flatMap((folder) =>
    [decoded(written), written].map((path) => pathFrom(folder, path)),
  )
  return { paths: [...new Set(paths)].flatMap(sourcesOfPage), fragment: decoded(fragment) }
}

// Links on a generated site name the page (`page` or `page.html`) and not `page.md`.
function sourcesOfPage(path: string): readonly string[] {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md')]
  return /\.[^./]*$/.test(path) ? [path] : [path, `${path}.md`, `${path}.markdown`]
}

export function folderPathOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function pathFrom(folder: string, path: string) {
  const steps = folder.split('/').filter(Boolean)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

/**
 * The folders from which an address such as `/page` may start, in the text at `path`. They are the
 * folders above this text in its git repository, and the usual source folders of sites in each.
 * Empty without a repository.
 */
export function siteRoots(path: string, { isThere }: Surroundings): readonly string[] {
  const above: string[] = []
  for (let folder = folderPathOf(path); above.length < MOST_FOLDERS; folder = parentOf(folder)) {
    above.push(folder)
    if (isThere(within(folder, '.git')))
      return above.flatMap((one) => ROOTS.map((root) => within(one, root)))
  }
  return []
}

const MOST_FOLDERS = 40
const ROOTS = [
  '',
  ...wordSet(
    'docs doc src source content static public website site website/static docs/public .vuepress/public',
  ),
]

function within(folder: string, name: string) {
  return folder === '' || name === '' ? folder + name : `${folder}/${name}`
}

function parentOf(folder: string) {
  if (folder === '') return '..'
  return /(?:^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderPathOf(folder)
}
