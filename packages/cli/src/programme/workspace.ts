import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'
import { readSmallFile } from '../disk/files.ts'
import { folderAbove } from './find.ts'

/** A field of the `package.json` in a programme folder; `''` when it is missing. */
export function packageField(folder: string, field: 'name' | 'version'): string {
  try {
    const value = (
      JSON.parse(readSmallFile(folder, 'package.json')) as Partial<Record<typeof field, unknown>>
    )[field]
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}

/**
 * The Markdown of pending changesets (notes on changes) for the package of the programme, sorted by
 * file name. Reads the nearest `.changeset/` folder above; empty without one.
 */
export function pendingChangesets(folder: string): readonly string[] {
  const root = folderAbove(folder, '.changeset/config.json')
  const name = packageField(folder, 'name')
  if (root === null || name === '') return []
  const workspace = join(root, '.changeset')
  return readdirSync(workspace)
    .filter(
      (file) =>
        file.endsWith('.md') && file !== 'README.md' && lstatSync(join(workspace, file)).isFile(),
    )
    .sort()
    .flatMap((file) => wordsOn(name, readFileSync(join(workspace, file), 'utf8')))
}

function wordsOn(name: string, text: string): readonly string[] {
  const { head, bodyStart } = splitFrontMatter(text)
  if (head === null) return []
  const { value } = readYaml('', text, [0], head.start, head.end)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? [text.slice(bodyStart)]
    : []
}
