import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Finding, LARGEST_TEXT } from '@cahier/core'
import {
  type BundleFile,
  bundleFinding,
  isRead,
  MANIFEST,
  type ReadBundle,
  readZip,
  SUMS,
} from '@cahier/export'
import { errorAbout } from '../arguments/usage-error.ts'
import { noSuchFile, readOrRefuse, systemCode } from '../disk/files.ts'

/** Reads a published bundle, a folder or a ZIP archive, with the SHA-256 of each file. */
export function readBundle(path: string, written: string): ReadBundle {
  return readOrRefuse(written, () =>
    isBundleFolder(path, written) ? readBundleFolder(path) : readArchive(path, written),
  )
}

/** True for the folder of a bundle. @throws {UsageError} for another folder, or a missing path. */
export function isBundleFolder(path: string, written: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) throw noSuchFile(written)
  if (!there.isDirectory()) return false
  if (
    ![SUMS, MANIFEST].some(
      (name) => lstatSync(join(path, name), { throwIfNoEntry: false }) !== undefined,
    )
  )
    throw errorAbout(
      written,
      'n’est pas une édition publiée : il y manque SHA256SUMS et manifest.json',
      'is not a published edition: it has neither SHA256SUMS nor manifest.json',
    )
  return true
}

/** In bytes. Larger archives are refused. */
const MOST_PACKED = 256 * 1024 * 1024

/** Reads the bundle in a ZIP archive, with the bytes of the files that `isToRead` selects. */
export function readArchive(
  path: string,
  written: string,
  isToRead?: (path: string) => boolean,
): ReadBundle {
  const there = statSync(path)
  const bundle =
    there.size > MOST_PACKED || !there.isFile() ? null : readZip(readFileSync(path), isToRead)
  if (bundle?.files.some(({ path: name }) => name === SUMS || name === MANIFEST)) return bundle
  throw errorAbout(
    written,
    'n’est ni un dossier d’édition, ni une archive ZIP qui en contienne une',
    'is neither the folder of an edition, nor a ZIP archive that holds one',
  )
}

function readBundleFolder(root: string): ReadBundle {
  const files: BundleFile[] = []
  const findings: Finding[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) files.push(...fileAt(root, path, findings))
      else
        findings.push(
          bundleFinding('bundle/file', entry.isSymbolicLink() ? 'link' : 'special', path),
        )
    }
  }
  visit('')
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), findings }
}

function fileAt(root: string, path: string, findings: Finding[]): BundleFile[] {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    const file = openSync(join(root, path), flags)
    try {
      const { size } = fstatSync(file)
      const isTooBig = isRead(path) && size > LARGEST_TEXT
      if (isTooBig) findings.push(bundleFinding('bundle/file', 'tooBig', path))
      if (isTooBig || !isRead(path)) return [{ path, size, sha256: sumOf(file), bytes: null }]
      const bytes = readFileSync(file)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return [{ path, size: bytes.length, sha256, bytes }]
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const code = systemCode(error) ?? 'EIO'
    findings.push(bundleFinding('bundle/file', 'unreadable', path, { code }))
    return []
  }
}

// Reads in pieces: the file may be of any size.
function sumOf(file: number) {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1 << 18)
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
    hash.update(piece.subarray(0, length))
  return hash.digest('hex')
}
