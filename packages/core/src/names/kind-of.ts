import type { Kind } from '../model/document.ts'

/**
 * The kind of a file, by its path. A `record` is a copy of a text or of stances that a round (a
 * vote) keeps in `decisions/`. A file of no known kind is not read. It is `unknown` inside one of
 * `FOLDERS`, and `ignored` anywhere else.
 */
export type PathKind = Kind | 'asset' | 'record' | 'signature' | 'ignored' | 'unknown'

const KINDS: readonly (readonly [RegExp, PathKind])[] = [
  [/^programme\.yaml$/, 'manifest'],
  [/^axes\/[^/]+\/axis\.md$/, 'axis'],
  [/^axes\/[^/]+\/[^/]+\.md$/, 'proposal'],
  [/^amendments\/[^/]+\/[^/]+\.md$/, 'amendment'],
  [/^collectives\/[^/]+\.yaml$/, 'collective'],
  [/^positions\/[^/]+\.yaml$/, 'positions'],
  [/^positions\/[^/]+\.yaml\.sig$/, 'signature'],
  [/^decisions\/[^/]+\.yaml$/, 'decisions'],
  [/^decisions\/[^/]+\/\d{4}-\d{2}-\d{2}\/(?:text\.md|positions\/[^/]+\.yaml)$/, 'record'],
  [/^decisions\/[^/]+\/\d{4}-\d{2}-\d{2}\/positions\/[^/]+\.yaml\.sig$/, 'signature'],
  [/^research\/[^/]+\.md$/, 'question'],
  [/^sources\.yaml$/, 'sources'],
  [/^lint-baseline\.yaml$/, 'baseline'],
  [/^transmissions\/[^/]+\.yaml$/, 'transmission'],
  [/^editions\/[^/]+\.json$/, 'edition'],
  [/^assets\/./s, 'asset'],
  [/^[^/]+\.md$/, 'page'],
]

/** The path of the text of an axis, even misspelt as `axe.md`. */
export const AXIS_FILE_ANY_SPELLING = /^axes\/[^/]+\/ax(?:e|is)\.md$/i

/** The folders of a programme. Other folders are not read. */
export const FOLDERS = [
  'amendments',
  'assets',
  'axes',
  'collectives',
  'decisions',
  'editions',
  'positions',
  'research',
  'transmissions',
] as const

/** The right name of a folder, by the slug of a wrong name. */
export const FOLDERS_MISNAMED: ReadonlyMap<string, string> = new Map([
  ['amendement', 'amendments'],
  ['amendements', 'amendments'],
  ['amendment', 'amendments'],
  ['axe', 'axes'],
  ['axis', 'axes'],
  ['collectif', 'collectives'],
  ['collectifs', 'collectives'],
  ['collective', 'collectives'],
  ['decision', 'decisions'],
  ['position', 'positions'],
  ['transmission', 'transmissions'],
])

export function kindOf(path: string): PathKind {
  if (AXIS_FILE_ANY_SPELLING.test(path) && !path.endsWith('/axis.md')) return 'unknown'
  const known = KINDS.find(([pattern]) => pattern.test(path))
  if (known !== undefined) return known[1]
  return FOLDERS.some((folder) => path.startsWith(`${folder}/`)) ? 'unknown' : 'ignored'
}

export function isDocumentKind(kind: PathKind): kind is Kind {
  return !['asset', 'record', 'signature', 'ignored', 'unknown'].includes(kind)
}

/** The id in a path: the file name without extension. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|yaml|json)$/, '')
}

export function folderOf(path: string): string {
  return path.split('/').at(-2) ?? ''
}
