import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { type Asset, LARGEST_TEXT, type Source, sourceOf } from '../model/source.ts'
import {
  nameOfOriginal,
  originalFolders,
  originalOf,
  properPath,
  withoutCopyMark,
} from '../names/file-names.ts'
import { slugOf } from '../names/slug.ts'
import { folderFinding } from './folder-messages.ts'
import { AXIS_MISNAMED, FOLDERS, FOLDERS_MISNAMED, kindOf } from './kind-of.ts'

/** The folder as it stands on the disk, and what could not be read of it. */
export interface Folder {
  readonly sources: readonly Source[]
  readonly assets: readonly Asset[]
  readonly findings: readonly Finding[]
}

/**
 * One file of a programme folder, wherever it stands: `path` is relative to the folder; `bytes`
 * gives `null` when it cannot be read.
 */
export interface FolderFile {
  readonly path: string
  readonly bytes: () => Uint8Array | null
}

/** Tells what a file is that is no text. */
export type AssetReader = (path: string, bytes: Uint8Array) => Asset

/**
 * One that stands on the disk. `stamp` is another once it is changed: that of its bytes when these
 * were read, else that of now, `''` when it is gone.
 */
export interface DiskFile extends FolderFile {
  readonly stamp: () => string
}

/**
 * The programme's own files below `root` and nothing else, before any is read, sorted by path
 * whatever the disk's order: what `readFilesWith` can be given, a few at a time. Links are not
 * followed. `findings` is added to, now and when they are read.
 * @throws when `root`, or a folder in it, cannot be read.
 */
export function listFiles(root: string, findings: Finding[]): readonly DiskFile[] {
  return pathsIn(root, findings).map((path) => diskFile(root, path, findings))
}

/**
 * Reads files of a programme. What is no text is known by `assetOf`, and left out where there is
 * none. `findings` is added to.
 */
export function readFilesWith(
  files: readonly FolderFile[],
  findings: Finding[],
  assetOf: AssetReader | null,
): Folder {
  const sources: Source[] = []
  const assets: Asset[] = []
  const share = sharedBytes()
  for (const file of files) {
    const { path } = file
    const kind = kindOf(path)
    if (kind === 'ignored') {
      findings.push(...misnamedTopFile(path))
      continue
    }
    if (kind === 'unknown') {
      findings.push(unknownFile(path))
      continue
    }
    // A name over two lines would write a line of its own wherever it is told, in an edition or in
    // the files that a forge obeys.
    if (/[\p{Cc}\u2028\u2029]/u.test(path)) {
      findings.push(folderFinding('nameControl', path))
      continue
    }
    const own = file.bytes()
    if (own === null) continue
    const bytes = kind === 'record' ? share(path, own) : own
    if (kind === 'asset') {
      assets.push(...(assetOf === null ? [] : [assetOf(path, bytes)]))
      if (isPointer(bytes)) findings.push(folderFinding('pointer', path, {}, 'warning'))
    } else {
      const fault = faultIn(bytes) || (kind !== 'page' && hasOldLineEnds(bytes) ? 'lineEnds' : '')
      if (fault === '') sources.push(sourceOf(path, bytes))
      else findings.push(folderFinding(fault, path))
    }
  }
  return { sources, assets, findings }
}

// What Git LFS puts in the place of a file that it has not fetched (its specification, version 1).
function isPointer(bytes: Uint8Array): boolean {
  return (
    bytes.length < 1024 &&
    Buffer.from(bytes).toString('latin1').startsWith('version https://git-lfs.github.com/spec/v1\n')
  )
}

// Rounds that close on one evening each keep what their members said that day: hundreds of copies
// of the same files, which memory has once.
function sharedBytes(): (path: string, bytes: Uint8Array) => Uint8Array {
  const latest = new Map<string, Uint8Array>()
  return (path, bytes) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const known = latest.get(name)
    if (known !== undefined && Buffer.compare(known, bytes) === 0) return known
    latest.set(name, bytes)
    return bytes
  }
}

function pathsIn(root: string, findings: Finding[]): readonly string[] {
  const paths: string[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = nameInGit(entry.name)
      const path = folder === '' ? name : `${folder}/${name}`
      if (folder === '' && entry.isDirectory() && !isOurs(path)) {
        findings.push(...misnamedFolder(root, path))
        continue
      }
      if (LEFT_BY_SYSTEMS.test(entry.name)) continue
      if (entry.isSymbolicLink()) {
        if (folder !== '' || kindOf(path) !== 'ignored' || isOurs(path))
          findings.push(folderFinding('link', path))
      } else if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) paths.push(path)
      else if (kindOf(path) !== 'ignored') findings.push(folderFinding('special', path))
    }
  }
  visit('')
  const originals = withoutCopies(paths.sort(byCodeUnit), findings)
  reportCaseClashes(originals, findings)
  return originals
}

// What no person named: hidden files, and what systems, word processors and shared folders leave
// beside those that are open or on their way.
const LEFT_BY_SYSTEMS =
  /^(?:\.|~\$|#.*#$)|~$|^(?:Thumbs\.db|desktop\.ini|@eaDir|Icon\r)$|\.(?:tmp|part|crdownload)$/i

// A copy beside its original would be one more proposal, or one more member. What a text says twice
// can wait; who speaks, and what was said, cannot.
function withoutCopies(paths: readonly string[], findings: Finding[]): readonly string[] {
  const all = new Set(paths)
  const originalFolderOf = originalFolders(paths)
  const told = new Set<string>()
  return paths.filter((path) => {
    const folder = originalFolderOf(path)
    if (folder !== '') {
      const copy = path.split('/').slice(0, 2).join('/')
      if (!told.has(copy))
        findings.push(folderFinding('folderCopy', path, { original: folder, copy }, 'warning'))
      told.add(copy)
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

// To macOS a letter with its accent apart is the same name, and git there keeps the one that links
// are written with.
function nameInGit(name: string): string {
  return process.platform === 'darwin' ? name.normalize('NFC') : name
}

function isOurs(name: string): boolean {
  return FOLDERS.some((folder) => folder === name)
}

function reportCaseClashes(paths: readonly string[], findings: Finding[]): void {
  const seen = new Map<string, string>()
  for (const path of paths) {
    const folded = path.normalize('NFC').toLowerCase()
    const other = seen.get(folded)
    if (other !== undefined) findings.push(folderFinding('caseClash', path, { other }))
    else seen.set(folded, path)
  }
}

function unknownFile(path: string): Finding {
  const [, folder = '', name = '', extension = ''] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(path) ?? []
  const isText = /^\.txt$/i.test(extension)
  const inside = isText ? (/\.(?:ya?ml|json)$/i.exec(name)?.[0] ?? '') : ''
  const right = rightExtension(inside || extension, folder, name)
  const meant = AXIS_MISNAMED.test(`${folder}${name}${right}`)
    ? 'axis.md'
    : properPath(`${name}${right}`)
  // Notes may lie beside texts; the other names are those of files that were meant to be read.
  const level =
    (isText && inside === '') || (/^\.md$/i.test(extension) && right === '.yaml')
      ? 'warning'
      : 'error'
  if ((right !== extension || meant === 'axis.md') && kindOf(`${folder}${meant}`) !== 'unknown')
    return folderFinding('extension', path, { meant }, level)
  if (/^\.(?:docx?|odt|rtf|pages)$/i.test(extension))
    return folderFinding('wordProcessor', path, {}, 'warning')
  if (/^\.(?:png|jpe?g|gif|webp|svg)$/i.test(extension))
    return folderFinding('misplacedImage', path, {}, 'warning')
  if (right === '.md' && folder.startsWith('axes/')) {
    const [, axis = 'AXE'] = folder.split('/').filter((one) => one !== '')
    return folderFinding('misplacedProposal', path, { place: `axes/${axis}/` }, 'warning')
  }
  if (right === '.md' && folder === 'amendments/')
    return folderFinding('misplacedAmendment', path, {}, 'warning')
  return folderFinding('unknown', path, {}, 'warning')
}

// A text is Markdown where there are texts, YAML elsewhere.
function rightExtension(extension: string, folder: string, name: string): string {
  const isData = kindOf(`${folder}a.yaml`) !== 'unknown'
  if (/^\.txt$/i.test(extension)) return isData ? '.yaml' : '.md'
  // A vote saved as `voisins.md`, a proposal as `guichet.yaml`. What explains a folder is none of
  // it; nor is data a text.
  const isOurs =
    !EXPLAINS.test(name) &&
    ((extension === '' && name === slugOf(name)) || /^\.(?:md|ya?ml|json)$/i.test(extension))
  if (isOurs && isData) return '.yaml'
  if (isOurs && !/^\.json$/i.test(extension) && kindOf(`${folder}a.md`) !== 'unknown') return '.md'
  return /^\.yml$/i.test(extension)
    ? '.yaml'
    : /^\.(?:markdown|mdown)$/i.test(extension)
      ? '.md'
      : extension.toLowerCase()
}

const EXPLAINS = /^(?:readme|lisez-?moi|notes?|index|contribu\p{L}+)$/iu

// `programme.yml`, `Sources.yaml.txt`: nothing else of the programme would make sense without them.
function misnamedTopFile(path: string): readonly Finding[] {
  const [, name = ''] = /^([^/]+)\.ya?ml(?:\.txt)?$/i.exec(path) ?? []
  const meant = `${slugOf(name).replace(/^source$/, 'sources')}.yaml`
  return kindOf(meant) === 'manifest' || kindOf(meant) === 'sources'
    ? [folderFinding('extension', path, { meant })]
    : []
}

// `Positions`, `amendements`, `axes - Copie`: what people write there would be lost while nothing
// is told. Other folders are nobody’s business here, nor what was put aside by a dot or a stroke
// before its name.
function misnamedFolder(root: string, name: string): readonly Finding[] {
  if (/^[._]/.test(name)) return []
  const slug = slugOf(name)
  const isSame = isOurs(slug)
  const meant = isSame ? slug : FOLDERS_MISNAMED.get(slug)
  const original = originalAtTop(root, name)
  const lost = meant === undefined && original === '' ? undefined : textIn(root, name)
  if (lost === undefined) return []
  if (original !== '')
    return [folderFinding('folderCopy', lost, { original, copy: name }, 'warning')]
  return [
    folderFinding(
      'misnamedFolder',
      lost,
      { name, meant: `${meant}` },
      isSame ? 'error' : 'warning',
    ),
  ]
}

// A copy of a folder of ours, or of an axis, by what systems add to its name. What else stands
// there may be of years past: « collectives (2024) ».
function originalAtTop(root: string, name: string): string {
  if (!/\bcop(?:ie|y)\b|(?<!\d)\d{1,2}\)?$/i.test(name)) return ''
  const named = nameOfOriginal(name)
  const axis = withoutCopyMark(name)
  const original = isOurs(named) ? named : axis === name ? '' : `axes/${axis}`
  return original !== '' && existsSync(join(root, original)) ? original : ''
}

// The first text of a folder or of those right in it.
function textIn(root: string, folder: string, depth = 1): string | undefined {
  const entries = namesIn(join(root, folder))
  const text = entries.find((entry) => entry.isFile() && /\.(?:md|ya?ml)$/i.test(entry.name))
  if (text !== undefined) return `${folder}/${nameInGit(text.name)}`
  if (depth === 0) return undefined
  const inside = entries.flatMap((entry) =>
    entry.isDirectory() ? [textIn(root, `${folder}/${nameInGit(entry.name)}`, depth - 1)] : [],
  )
  return inside.find((one) => one !== undefined)
}

function namesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
  } catch {
    return []
  }
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
        // What is no UTF-8 in a name is read as U+FFFD, and no file has that name.
        if (path.includes('\uFFFD')) findings.push(folderFinding('nameEncoding', path))
        else
          findings.push(
            folderFinding('unreadable', path, {
              code: (error as NodeJS.ErrnoException).code ?? 'EIO',
            }),
          )
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

// Why bytes are no text, `''` when they are.
function faultIn(bytes: Uint8Array): '' | 'encoding' | 'nul' {
  if (bytes.includes(0)) return isUtf16(bytes) ? 'encoding' : 'nul'
  return isUtf8(bytes) ? '' : 'encoding'
}

// Lines that end as on a Mac before 2001, which YAML, git and most editors take for one.
function hasOldLineEnds(bytes: Uint8Array): boolean {
  const [lineFeed, carriageReturn] = [10, 13]
  return !bytes.includes(lineFeed) && bytes.subarray(0, -1).includes(carriageReturn)
}

// By its mark, or by one byte of two being zero in what should be letters.
function isUtf16(bytes: Uint8Array): boolean {
  const isMarked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const start = [...bytes.subarray(0, 64)]
  return (
    isMarked ||
    [0, 1].some(
      (half) => start.length > 2 && start.every((byte, at) => (at % 2 === half) === (byte === 0)),
    )
  )
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The top of the git repository that a folder is in; null when it is in none. */
export function repositoryAbove(folder: string): string | null {
  for (let from = folder; ; from = dirname(from)) {
    if (existsSync(join(from, '.git'))) return from
    if (dirname(from) === from) return null
  }
}

/**
 * The nearest folder that holds a file of one of these names, from `folder` up to the top of its
 * repository; in no repository, only `folder` itself is looked at. Null when there is none.
 */
export function nearestWith(names: readonly string[], folder: string): string | null {
  const top = repositoryAbove(folder) ?? folder
  for (let from = folder; ; from = dirname(from)) {
    if (names.some((name) => existsSync(join(from, name)))) return from
    if (from === top) return null
  }
}
