import { decoded } from '@cahier/core'
import { schemeOf } from '../references/addresses.ts'
import type { Surroundings } from './surroundings.ts'

/** The file that an address in a loose text names. */
export interface LocalTarget {
  /**
   * Where it should be, relative to the folder that is linted, `''` for that folder; several when
   * the address can be understood in several ways.
   */
  readonly paths: readonly string[]
  /** What follows `#`, decoded; `''` when nothing does. */
  readonly fragment: string
}

/**
 * The file that a link of the text at `from` leads to; `null` when it leads to another site, to the
 * root of one, into the text itself, or is still to be filled in by a program.
 */
export function localTarget(from: string, url: string): LocalTarget | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)|[{}<>$*|]/i.test(url) || schemeOf(url) !== '') return null
  return targetAmong([folderPathOf(from)], url)
}

/**
 * The same for an address in HTML, which forges take from the folder of the text, and many programs
 * that make sites from that of the page, one deeper.
 */
export function htmlTarget(from: string, url: string): LocalTarget | null {
  return (
    localTarget(from, url) && targetAmong([folderPathOf(from), from.replace(/\.[^./]*$/, '')], url)
  )
}

/**
 * The file that an address begun with `/` leads to, from any of the folders that may be its root;
 * `null` for any other address.
 */
export function rootTarget(roots: readonly string[], url: string): LocalTarget | null {
  if (!/^\/[^/\\]/.test(url) || /[{}<>$*|]/.test(url)) return null
  return targetAmong(roots, url)
}

function targetAmong(folders: readonly string[], url: string): LocalTarget {
  const [, address = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  // A browser takes both slashes for one.
  const written = address.replaceAll('\\', '/')
  const paths = folders.flatMap((folder) =>
    [decoded(written), written].map((path) => pathFrom(folder, path)),
  )
  return { paths: [...new Set(paths)].flatMap(asSitesHaveIt), fragment: decoded(fragment) }
}

// Where pages are made of texts, links name the pages.
function asSitesHaveIt(path: string): readonly string[] {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md')]
  return /\.[^./]*$/.test(path) ? [path] : [path, `${path}.md`, `${path}.markdown`]
}

/** The folder of a file, `''` for the one that is linted. */
export function folderPathOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function pathFrom(folder: string, path: string): string {
  const steps = folder.split('/').filter(Boolean)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

/**
 * The folders that an address begun with `/` may start from in the text at `path`: its own folders,
 * from the nearest up to the top of its repository, and in each those that programs put at the root
 * of a site. None when no repository is found: the root is then unknown.
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
  'docs',
  'doc',
  'src',
  'source',
  'content',
  'static',
  'public',
  'website',
  'site',
  'website/static',
  'docs/public',
  '.vuepress/public',
]

function within(folder: string, name: string): string {
  return folder === '' || name === '' ? folder + name : `${folder}/${name}`
}

function parentOf(folder: string): string {
  if (folder === '') return '..'
  return /(?:^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderPathOf(folder)
}
