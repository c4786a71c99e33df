import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readYaml } from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'
import { readSmallFile } from '../disk/files.ts'

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
  const workspace = workspaceOf(folder)
  const name = packageField(folder, 'name')
  if (workspace === null || name === '') return []
  return readdirSync(workspace)
    .filter(
      (file) =>
        file.endsWith('.md') && file !== 'README.md' && lstatSync(join(workspace, file)).isFile(),
    )
    .sort()
    .flatMap((file) => wordsOn(name, readFileSync(join(workspace, file), 'utf8')))
}

function workspaceOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.changeset', 'config.json'))) return join(at, '.changeset')
    if (dirname(at) === at) return null
  }
}

function wordsOn(name: string, text: string): readonly string[] {
  const { head, bodyStart } = splitFrontMatter(text)
  if (head === null) return []
  const { value } = readYaml('', text, [0], head.start, head.end)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? [text.slice(bodyStart)]
    : []
}
