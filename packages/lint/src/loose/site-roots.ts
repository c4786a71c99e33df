import { folderOf } from './local-target.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The folders that an address begun with `/` may start from in the text at `path`: those that it
 * stands in, from the nearest up to the top of its repository, and in each those that programs put
 * at the root of a site. None when no repository is found: nobody can then tell where the root is.
 */
export function siteRoots(path: string, { isThere }: Surroundings): readonly string[] {
  const above: string[] = []
  for (let folder = folderOf(path); above.length < MOST_FOLDERS; folder = parentOf(folder)) {
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
  return /(?:^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderOf(folder)
}
