import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readYaml } from '@cahier/core'
import { splitHead } from '@cahier/prose'
import { ordinaryText } from '../disk/files.ts'

/**
 * What the `package.json` of a programme's folder says of itself; `''` when there is none, or it
 * does not say.
 */
export function packageField(folder: string, field: 'name' | 'version'): string {
  try {
    const value = (
      JSON.parse(ordinaryText(folder, 'package.json')) as Partial<Record<typeof field, unknown>>
    )[field]
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}

/**
 * What the changesets that wait say of the programme: the Markdown of each that names its package,
 * by file name. They stand in `.changeset/` of the workspace, the nearest folder upwards that has
 * one; nothing when there is none, or when the programme has no package.
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
  const { head, bodyStart } = splitHead(text)
  if (head === null) return []
  const { value } = readYaml('', text, [0], head.start, head.end)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? [text.slice(bodyStart)]
    : []
}
