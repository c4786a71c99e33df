import { isUtf8 } from 'node:buffer'
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import system, {
  basename,
  dirname,
  join,
  type PlatformPath,
  relative,
  resolve,
  sep,
} from 'node:path'
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
import { isBelow } from '@cahier/lint'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { gitIgnored } from '../git/state.ts'
import { PROGRAMME_FILE, programmeAbove } from '../programme/find.ts'
import { shellWord } from '../terminal/shell-word.ts'
import { refuseSpecial } from './lint-target.ts'
import { BASELINE_FILE } from './loose-baseline.ts'

/** Markdown files that belong to no programme, as they are on the disk. */
export interface LooseFiles {
  /** The folder that all paths are in: that of the settings or the baseline, if there is one. */
  readonly folder: string
  /** `.cahier.yaml`; null when there is none. */
  readonly settings: Document | null
  /** Each text is made of its bytes whenever it is asked for. */
  readonly sources: readonly FileSource[]
  /** Hidden folders that hold Markdown, which is not read unless they are named. */
  readonly hidden: readonly string[]
  /** Files that could not be read. */
  readonly findings: readonly Finding[]
}

/**
 * Reads the Markdown files named, and those below the folders named, sorted by path. No link is
 * followed below them. What begins with a dot, `node_modules`, what git ignores and what the
 * settings ignore is left out; a programme found there is left to its own rules.
 * @throws {UsageError} when a path does not exist, is a file that is no Markdown, or is in a
 *   programme, and when all that is found is programmes.
 */
export function readLooseFiles(written: readonly string[], cwd: string): LooseFiles {
  const named = written.map((one) => namedAt(one, cwd))
  const { folder: top, settings } = looseTop(named.map(({ folder }) => folder))
  const { ignored } = readSettings(settings)
  const isIgnored = (path: string) =>
    top !== null && ignored.some((one) => isBelow(withSlashes(relative(top, path)), one))
  const paths = new Set<string>()
  const left: LeftOut = { programmes: [], hidden: [], isIgnored }
  for (const one of named) for (const path of markdownAt(one, left)) paths.add(path)
  if (paths.size === 0) refuseOnlyProgrammes(left.programmes)
  const all = [...paths].sort()
  const folder = top ?? commonFolder(all.length > 0 ? all.map((path) => dirname(path)) : [cwd])
  const start = folder.endsWith(sep) ? folder.length : folder.length + 1
  const sources: FileSource[] = []
  const findings: Finding[] = []
  for (const path of all) {
    const shown = withSlashes(path.slice(start))
    const { bytes, message, detail } = bytesAt(path)
    if (bytes === null) findings.push(unreadFinding(shown, message, detail))
    else sources.push(sourceOf(shown, bytes))
  }
  return {
    folder,
    settings,
    sources,
    hidden: left.hidden.map((path) => shellWord(withSlashes(relative(cwd, path)))),
    findings,
  }
}

/**
 * The nearest folder above all these that has settings or a baseline, with the settings. It is
 * looked for up to the top of the repository; outside one, in the folder itself.
 */
export function looseTop(folders: readonly string[]): {
  readonly folder: string | null
  readonly settings: Document | null
} {
  const folder = nearestWith([SETTINGS_FILE, BASELINE_FILE], commonFolder(folders))
  const path = join(folder ?? '', SETTINGS_FILE)
  if (folder === null || lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    return { folder, settings: null }
  const { bytes } = bytesAt(path)
  if (bytes === null)
    throw new UsageError(
      `« ${path} » ne peut pas être lu : ce doit être du texte en UTF-8`,
      `“${path}” cannot be read: it must be text in UTF-8`,
    )
  const text = Buffer.from(bytes).toString('utf8')
  return { folder, settings: readDocument({ path: SETTINGS_FILE, text }, 'settings') }
}

/**
 * The other Markdown texts that belong together with these: those of the repository that they are
 * in, those that stand beside them where there is none. What cannot be read is left out.
 */
export function* textsAround({ folder, sources }: LooseFiles): Generator<string> {
  const known = new Set(sources.map(({ path }) => resolve(folder, path)))
  const repository = repositoryAbove(folder)
  for (const path of repository === null
    ? beside(folder)
    : below(repository, '', { programmes: [], hidden: [], isIgnored: () => false })) {
    const { bytes } = known.has(path) ? NOT_READ : bytesAt(path)
    if (bytes !== null) yield Buffer.from(bytes).toString('utf8')
  }
}

const NOT_READ = { bytes: null }

function beside(folder: string): string[] {
  return entriesOf(folder, '').flatMap((entry) =>
    entry.isFile() && isMarkdown(entry.name) ? [join(folder, entry.name)] : [],
  )
}

// Nothing but programmes was found: to say that nothing is wrong there would be taken for their
// own.
function refuseOnlyProgrammes([programme]: readonly string[]): void {
  if (programme === undefined) return
  throw new UsageError(
    `aucun texte ici hors d’un programme : ajoutez --programme ${shellWord(programme)}`,
    `there is no text here outside a programme: add --programme ${shellWord(programme)}`,
  )
}

/** Folders that were met and are not read. */
interface LeftOut {
  readonly programmes: string[]
  readonly hidden: string[]
  readonly isIgnored: (path: string) => boolean
}

/** A path as it was written, where it leads, and the folder it is or is in. */
interface Named {
  readonly written: string
  readonly path: string
  readonly folder: string
}

function namedAt(written: string, cwd: string): Named {
  const path = resolve(cwd, written)
  refuseSpecial(path, written)
  const real = realpathSync(path)
  refuseProgramme(real, written)
  if (lstatSync(real).isDirectory()) return { written, path: real, folder: real }
  if (!isMarkdown(basename(real)))
    throw new UsageError(
      `« ${written} » n’est pas un fichier Markdown (.md) : rien à relire`,
      `“${written}” is not a Markdown file (.md): there is nothing to read`,
    )
  return { written, path: real, folder: dirname(real) }
}

function markdownAt({ written, path, folder }: Named, left: LeftOut): readonly string[] {
  if (path !== folder) return left.isIgnored(path) ? [] : [path]
  const byGit = gitIgnored(folder)
  const isIgnored = (one: string) => byGit.has(one) || left.isIgnored(one)
  return below(path, written, { ...left, isIgnored })
}

// A programme has its own rules, and copies in it that nobody may touch.
function refuseProgramme(path: string, written: string): void {
  const programme = programmeAbove(path)
  if (programme === null) return
  throw new UsageError(
    `« ${written} » est dans un autre programme : ajoutez --programme ${shellWord(programme)}`,
    `“${written}” is in another programme: add --programme ${shellWord(programme)}`,
  )
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
    return entry.isFile() && isMarkdown(entry.name) ? [path] : []
  })
}

// Looks for one among the first thousand names: what a program keeps for itself may hold a million.
function holdsMarkdown(folders: string[]): boolean {
  for (let at = 0, met = 0; at < folders.length && met < 1000; at++) {
    const folder = folders[at] as string
    for (const entry of entriesOf(folder, '')) {
      met++
      if (entry.isFile() && isMarkdown(entry.name)) return true
      if (entry.isDirectory() && entry.name !== 'node_modules')
        folders.push(join(folder, entry.name))
    }
  }
  return false
}

// A folder inside that cannot be read is somebody else's; one that was named is what was asked for.
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
 * The folder that all folders are in. `rules` are those of the system's paths. @throws {UsageError}
 * when they are on several disks.
 */
export function commonFolder(folders: readonly string[], { sep }: PlatformPath = system): string {
  const [first = sep, ...others] = folders
  let steps = first.split(sep)
  for (const other of others) {
    const theirs = other.split(sep)
    const end = steps.findIndex((step, at) => theirs[at] !== step)
    if (end >= 0) steps = steps.slice(0, end)
  }
  if (steps.length === 0)
    throw new UsageError(
      'ces textes sont sur plusieurs disques : relisez ceux d’un disque à la fois',
      'these texts are on several disks: check those of one disk at a time',
    )
  // What is left of the top of a disk wants its separator.
  return steps.length === 1 ? `${steps[0]}${sep}` : steps.join(sep)
}

function bytesAt(path: string): {
  readonly bytes: Uint8Array | null
  readonly message: string
  readonly detail: string
} {
  const refuse = (message: string, detail = '') => ({ bytes: null, message, detail })
  try {
    if (lstatSync(path).size > LARGEST_TEXT) return refuse('tooBig')
    const bytes = readFileSync(path)
    if (bytes.includes(0)) return refuse('nul')
    return isUtf8(bytes) ? { bytes, message: '', detail: '' } : refuse('encoding')
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return refuse('unreadable', code)
  }
}

function unreadFinding(path: string, message: string, detail: string): Finding {
  return {
    rule: 'structure/folder',
    severity: 'warning',
    message,
    data: { code: detail },
    path,
    place: FILE_START,
  }
}
