import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { byCodeUnits } from '@cahier/prose'
import type { Finding } from '../model/finding.ts'
import { LARGEST_TEXT } from '../model/source.ts'
import {
  guessedOriginalName,
  originalFolderFinder,
  originalOf,
  withoutCopyMark,
} from '../names/file-names.ts'
import { FOLDERS, FOLDERS_MISNAMED, kindOf } from '../names/kind-of.ts'
import { slugOf } from '../names/slug.ts'
import { folderFinding } from './folder-messages.ts'
import type { FolderFile } from './read-files.ts'

export interface DiskFile extends FolderFile {
  /**
   * Time, size and inode of the file when last read; if never read, those of now. Empty for a
   * missing file.
   */
  readonly stamp: () => string
}

/**
 * The programme's files below `root`, sorted by path and not yet read. Links are not followed.
 * Findings are added to `findings`, even later, when a file is read.
 * @throws when `root`, or a folder in it, cannot be read.
 */
export function listFiles(root: string, findings: Finding[]): readonly DiskFile[] {
  return pathsIn(root, findings).map((path) => diskFile(root, path, findings))
}

/** The top folder of the git repository that contains a folder, or null. */
export function repositoryAbove(folder: string): string | null {
  for (let from = folder; ; from = dirname(from)) {
    if (existsSync(join(from, '.git'))) return from
    if (dirname(from) === from) return null
  }
}

/**
 * The nearest folder with a file of one of these names: `folder`, or a folder above it in its git
 * repository. Null when there is none.
 */
export function nearestWith(names: readonly string[], folder: string): string | null {
  const top = repositoryAbove(folder) ?? folder
  for (let from = folder; ; from = dirname(from)) {
    if (names.some((name) => existsSync(join(from, name)))) return from
    if (from === top) return null
  }
}

function pathsIn(root: string, findings: Finding[]): readonly string[] {
  const paths: string[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = nameInGit(entry.name)
      const path = folder === '' ? name : `${folder}/${name}`
      if (folder === '' && entry.isDirectory() && !isKnownFolder(path)) {
        findings.push(...misnamedFolder(root, path))
        continue
      }
      if (LEFT_BY_SYSTEMS.test(entry.name)) continue
      if (entry.isSymbolicLink()) {
        if (folder !== '' || kindOf(path) !== 'ignored' || isKnownFolder(path))
          findings.push(folderFinding('link', path))
      } else if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) paths.push(path)
      else if (kindOf(path) !== 'ignored') findings.push(folderFinding('special', path))
    }
  }
  visit('')
  const originals = withoutCopies(paths.sort(byCodeUnits), findings)
  reportCaseClashes(originals, findings)
  return originals
}

// Hidden files, and files left by systems, word processors and shared folders.
const LEFT_BY_SYSTEMS =
  /^(?:\.|~\$|#.*#$)|~$|^(?:Thumbs\.db|desktop\.ini|@eaDir|Icon\r)$|\.(?:tmp|part|crdownload)$/i

// Leaves out copied files, which would count as more proposals or members.
function withoutCopies(paths: readonly string[], findings: Finding[]): readonly string[] {
  const all = new Set(paths)
  const originalFolderOf = originalFolderFinder(paths)
  const reported = new Set<string>()
  return paths.filter((path) => {
    const folder = originalFolderOf(path)
    if (folder !== '') {
      const copy = path.split('/').slice(0, 2).join('/')
      if (!reported.has(copy))
        findings.push(folderFinding('folderCopy', path, { original: folder, copy }, 'warning'))
      reported.add(copy)
      return false
    }
    const original = originalOf(path, all)
    if (original !== '')
      findings.push(
        folderFinding('copy', path, { original }, /\.md$/i.test(path) ? 'warning' : 'error'),
      )
    return original === ''
  })
}

// The name as git stores it: macOS may decompose accents.
function nameInGit(name: string) {
  return process.platform === 'darwin' ? name.normalize('NFC') : name
}

function isKnownFolder(name: string) {
  return FOLDERS.some((folder) => folder === name)
}

function reportCaseClashes(paths: readonly string[], findings: Finding[]) {
  const seen = new Map<string, string>()
  for (const path of paths) {
    const folded = path.normalize('NFC').toLowerCase()
    const other = seen.get(folded)
    if (other !== undefined) findings.push(folderFinding('caseClash', path, { other }))
    else seen.set(folded, path)
  }
}

// The finding on a misnamed folder that has texts, such as `Positions` or `amendements`.
function misnamedFolder(root: string, name: string): readonly Finding[] {
  const slug = slugOf(name)
  const isSame = isKnownFolder(slug)
  const meant = isSame ? slug : FOLDERS_MISNAMED.get(slug)
  const original = originalAtTop(root, name)
  const isOurs = meant !== undefined || original !== ''
  const lost = isOurs && !/^[._]/.test(name) ? firstTextIn(root, name) : undefined
  if (lost === undefined) return []
  if (original !== '')
    return [folderFinding('folderCopy', lost, { original, copy: name }, 'warning')]
  const data = { name, meant: meant ?? '' }
  return [folderFinding('misnamedFolder', lost, data, isSame ? 'error' : 'warning')]
}

// The original of a copied folder, or empty. A year is no copy mark: `collectives (2024)`.
function originalAtTop(root: string, name: string) {
  if (!/\bcop(?:ie|y)\b|(?<!\d)\d{1,2}\)?$/i.test(name)) return ''
  const named = guessedOriginalName(name)
  const axis = withoutCopyMark(name)
  const original = isKnownFolder(named) ? named : axis === name ? '' : `axes/${axis}`
  return original !== '' && existsSync(join(root, original)) ? original : ''
}

function firstTextIn(root: string, folder: string, depth = 1): string | undefined {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
    .map((entry) => ({ entry, path: `${folder}/${nameInGit(entry.name)}` }))
    .sort((a, b) => byCodeUnits(a.path, b.path))
  const text = entries.find(({ entry, path }) => entry.isFile() && /\.(?:md|ya?ml)$/i.test(path))
  if (text !== undefined || depth === 0) return text?.path
  return entries
    .filter(({ entry }) => entry.isDirectory())
    .map(({ path }) => firstTextIn(root, path, depth - 1))
    .find((path) => path !== undefined)
}

function diskFile(root: string, path: string, findings: Finding[]): DiskFile {
  let stats: Stats | undefined
  return {
    path,
    bytes() {
      let file: number | undefined
      try {
        file = openSync(join(root, path), 'r')
        stats = fstatSync(file)
        if (stats.size <= LARGEST_TEXT) return readFileSync(file)
        findings.push(folderFinding('tooBig', path))
        return null
      } catch (error) {
        // Node replaces bytes that are not UTF-8 by U+FFFD, and then finds no file.
        const message = path.includes('\uFFFD') ? 'nameEncoding' : 'unreadable'
        const { code = 'EIO' } = error as NodeJS.ErrnoException
        findings.push(folderFinding(message, path, { code }))
        return null
      } finally {
        if (file !== undefined) closeSync(file)
      }
    },
    stamp() {
      try {
        const { mtimeMs, size, ino } = stats ?? statSync(join(root, path))
        return `${mtimeMs} ${size} ${ino}`
      } catch {
        return ''
      }
    },
  }
}
