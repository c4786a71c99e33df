import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Every file of a folder and of the folders in it: paths from it, with slashes, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The path of the one file of a folder with this ending; throws when there is none, or several. */
export function onlyFile(folder: string, ending: string): string {
  const found = filesIn(folder).filter((path) => path.endsWith(ending) && !path.includes('/'))
  const [name] = found
  if (name === undefined || found.length > 1)
    throw new Error(`one ${ending} was expected, not ${found.length}: ${found.join(', ')}`)
  return join(folder, name)
}
