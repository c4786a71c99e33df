import { isUtf8 } from 'node:buffer'
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import system, { basename, dirname, join, type PlatformPath, relative, resolve } from 'node:path'
import {
  type Document,
  type Finding,
  readDocument,
  readSettings,
  SETTINGS_FILE,
} from '@cahier/core'
import { isMarkdown } from '@cahier/core/markdown-name'
import { withSlashes } from '@cahier/core/path-inside'
import { FILE_START } from '@cahier/core/place'
import { nearestWith, repositoryAbove } from '@cahier/core/read-folder'
import { type FileSource, LARGEST_TEXT, sourceOf } from '@cahier/core/source'
import { isAtOrBelow } from '@cahier/lint'
import { errorAbout, UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { PROGRAMME_FILE, programmeAbove } from '../programme/find.ts'
import { shellWord } from '../terminal/shell-word.ts'
import { refuseSpecial } from './lint-target.ts'
import { BASELINE_FILE } from './loose-baseline.ts'

/** Loose texts: Markdown files outside a programme, as they are on the disk. */
export interface LooseFiles {
  /** The folder where paths start. It has the settings or baseline file, if any. */
  readonly folder: string
  readonly settings: Document | null
  readonly sources: readonly FileSource[]
  /** Hidden folders with Markdown, as shell words. They are read only when named. */
  readonly hidden: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the named Markdown files and those below the named folders, sorted by path. Leaves out
 * programmes, hidden files, and what git or the settings ignore.
 * @throws {UsageError} when a path cannot be linted, or when only programmes are found.
 */
export async function readLooseFiles(written: readonly string[], cwd: string): Promise<LooseFiles> {
  const named = written.map((one) => namedAt(one, cwd))
  const { folder: top, settings } = looseTop(named.map(({ folder }) => folder))
  const { ignored } = readSettings(settings)
  const isIgnored = (path: string) =>
    top !== null && ignored.some((one) => isAtOrBelow(withSlashes(relative(top, path)), one))
  const left: LeftOut = { programmes: [], hidden: [], isIgnored }
  const paths = new Set<string>()
  for (const one of named) for (const path of await markdownAt(one, left)) paths.add(path)
  const [programme] = left.programmes
  // Without this error, “nothing to report” would seem to be about the programmes.
  if (paths.size === 0 && programme !== undefined)
    throw new UsageError(
      `aucun texte ici hors d’un programme : ajoutez --programme ${shellWord(programme)}`,
      `there is no text here outside a programme: add --programme ${shellWord(programme)}`,
    )
  const all = [...paths].sort()
  const folder = top ?? commonFolder(all.length > 0 ? all.map((path) => dirname(path)) : [cwd])
  const read = all.map((path) => sourceAt(path, withSlashes(relative(folder, path))))
  return {
    folder,
    settings,
    sources: read.filter((one) => 'bytes' in one),
    hidden: left.hidden.map((path) => shellWord(withSlashes(relative(cwd, path)))),
    findings: read.filter((one) => 'rule' in one),
  }
}

/**
 * The nearest folder above the given folders with a settings or baseline file. The search ends at
 * the top of the repository. Outside a repository, only the common folder is searched.
 */
export function looseTop(folders: readonly string[]): {
  readonly folder: string | null
  readonly settings: Document | null
} {
  const folder = nearestWith([SETTINGS_FILE, BASELINE_FILE], commonFolder(folders))
  const path = join(folder ?? '', SETTINGS_FILE)
  if (folder === null || lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    return { folder, settings: null }
  const source = sourceAt(path, SETTINGS_FILE)
  if ('bytes' in source) return { folder, settings: readDocument(source, 'settings') }
  throw errorAbout(
    path,
    'ne peut pas être lu : ce doit être du texte en UTF-8',
    'cannot be read: it must be text in UTF-8',
  )
}

/** The other Markdown texts of the repository or, outside a repository, of the same folder. */
export function* textsAround({ folder, sources }: LooseFiles): Generator<string> {
  const known = new Set(sources.map(({ path }) => resolve(folder, path)))
  const repository = repositoryAbove(folder)
  const paths =
    repository === null
      ? entriesOf(folder, '').flatMap((entry) => (isText(entry) ? [join(folder, entry.name)] : []))
      : below(repository, '', { programmes: [], hidden: [], isIgnored: () => false })
  for (const path of paths.filter((one) => !known.has(one))) {
    const source = sourceAt(path, path)
    if ('bytes' in source) yield source.text
  }
}

interface LeftOut {
  readonly programmes: string[]
  readonly hidden: string[]
  readonly isIgnored: (path: string) => boolean
}

/** A named path. `path` has its links resolved; `folder` is the path itself for a folder. */
interface Named {
  readonly written: string
  readonly path: string
  readonly folder: string
}

function namedAt(written: string, cwd: string): Named {
  const path = resolve(cwd, written)
  refuseSpecial(path, written)
  const real = realpathSync(path)
  const programme = programmeAbove(real)
  if (programme !== null)
    throw errorAbout(
      written,
      `est dans un autre programme : ajoutez --programme ${shellWord(programme)}`,
      `is in another programme: add --programme ${shellWord(programme)}`,
    )
  if (lstatSync(real).isDirectory()) return { written, path: real, folder: real }
  if (!isMarkdown(basename(real)))
    throw errorAbout(
      written,
      'n’est pas un fichier Markdown (.md) : rien à relire',
      'is not a Markdown file (.md): there is nothing to read',
    )
  return { written, path: real, folder: dirname(real) }
}

async function markdownAt(
  { written, path, folder }: Named,
  left: LeftOut,
): Promise<readonly string[]> {
  if (path !== folder) return left.isIgnored(path) ? [] : [path]
  const { gitIgnored } = await import('../git/state.ts')
  const byGit = gitIgnored(folder)
  const isIgnored = (one: string) => byGit.has(one) || left.isIgnored(one)
  return below(path, written, { ...left, isIgnored })
}

function below(folder: string, written: string, left: LeftOut): string[] {
  const entries = entriesOf(folder, written)
  if (entries.some(({ name }) => name === PROGRAMME_FILE)) {
    left.programmes.push(folder)
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules' || left.isIgnored(path)) return []
    if (entry.name.startsWith('.')) {
      if (entry.isDirectory() && entry.name !== '.git' && holdsMarkdown([path]))
        left.hidden.push(path)
      return []
    }
    if (entry.isDirectory()) return below(path, '', left)
    return isText(entry) ? [path] : []
  })
}

function isText(entry: Dirent) {
  return entry.isFile() && isMarkdown(entry.name)
}

// Reads about a thousand names at most: a hidden folder may hold a million files.
function holdsMarkdown(folders: string[]) {
  for (let at = 0, met = 0; at < folders.length && met < 1000; at++) {
    const folder = folders[at] as string
    for (const entry of entriesOf(folder, '')) {
      met++
      if (isText(entry)) return true
      if (entry.isDirectory() && entry.name !== 'node_modules')
        folders.push(join(folder, entry.name))
    }
  }
  return false
}

// An unreadable folder is an error only when the user named that folder (`written`).
function entriesOf(folder: string, written: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    if (written === '') return []
    throw new UsageError(
      `le dossier « ${written} » ne peut pas être lu (${code})`,
      `the folder “${written}” cannot be read (${code})`,
    )
  }
}

/**
 * The deepest folder that contains the given folders.
 * @throws {UsageError} when they are on several disks.
 */
export function commonFolder(folders: readonly string[], { sep }: PlatformPath = system): string {
  const [first = [''], ...others] = folders.map((folder) => folder.split(sep))
  const end = first.findIndex((step, at) => others.some((other) => other[at] !== step))
  const steps = end < 0 ? first : first.slice(0, end)
  if (steps.length === 0)
    throw new UsageError(
      'ces textes sont sur plusieurs disques : relisez ceux d’un disque à la fois',
      'these texts are on several disks: check those of one disk at a time',
    )
  // The top of a disk needs its separator: `C:\`.
  return steps.length === 1 ? `${steps[0]}${sep}` : steps.join(sep)
}

function sourceAt(path: string, shown: string): FileSource | Finding {
  const rule = 'structure/folder'
  const unread = (message: string, code = ''): Finding => {
    return { rule, severity: 'warning', message, data: { code }, path: shown, place: FILE_START }
  }
  try {
    if (lstatSync(path).size > LARGEST_TEXT) return unread('tooBig')
    const bytes = readFileSync(path)
    if (bytes.includes(0)) return unread('nul')
    return isUtf8(bytes) ? sourceOf(shown, bytes) : unread('encoding')
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return unread('unreadable', code)
  }
}
