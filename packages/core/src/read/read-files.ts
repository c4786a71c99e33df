import { isUtf8 } from 'node:buffer'
import type { Finding } from '../model/finding.ts'
import { type Asset, type Source, sourceOf } from '../model/source.ts'
import { kindOf } from '../names/kind-of.ts'
import { folderFinding } from './folder-messages.ts'
import { misnamedTopFile, unknownFile } from './misnamed-files.ts'

/** The files read in a programme folder, and the findings on its files. */
export interface Folder {
  readonly sources: readonly Source[]
  readonly assets: readonly Asset[]
  readonly findings: readonly Finding[]
}

/** A file of a programme, on a disk or not. */
export interface FolderFile {
  /** Relative to the programme folder. */
  readonly path: string
  /** Null when the file cannot be read. */
  readonly bytes: () => Uint8Array | null
}

export type AssetReader = (path: string, bytes: Uint8Array) => Asset

/**
 * Reads files of a programme, and adds to `findings`. Without `describeAsset`, assets such as
 * images are left out.
 */
export function readFilesWith(
  files: readonly FolderFile[],
  findings: Finding[],
  describeAsset: AssetReader | null,
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
    // A line end in a name could forge a line of a report or of a CI log.
    if (/[\p{Cc}\u2028\u2029]/u.test(path)) {
      findings.push(folderFinding('nameControl', path))
      continue
    }
    const own = file.bytes()
    if (own === null) continue
    const bytes = kind === 'record' ? share(path, own) : own
    if (kind === 'asset') {
      assets.push(...(describeAsset === null ? [] : [describeAsset(path, bytes)]))
      if (isPointer(bytes)) findings.push(folderFinding('pointer', path, {}, 'warning'))
    } else {
      const fault = faultIn(bytes)
      if (fault === '') sources.push(sourceOf(path, bytes))
      else findings.push(folderFinding(fault, path))
    }
  }
  return { sources, assets, findings }
}

// Whether a file is a pointer, which Git LFS leaves for a file that it has not fetched.
function isPointer(bytes: Uint8Array) {
  return (
    bytes.length < 1024 &&
    Buffer.from(bytes).toString('latin1').startsWith('version https://git-lfs.github.com/spec/v1\n')
  )
}

// Equal copies of a file, in several rounds (votes), share their bytes in memory.
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

function faultIn(bytes: Uint8Array): '' | 'encoding' | 'nul' {
  if (bytes.includes(0)) return isUtf16(bytes) ? 'encoding' : 'nul'
  return isUtf8(bytes) ? '' : 'encoding'
}

// In UTF-16, every second byte of a text in Latin letters is zero.
function isUtf16(bytes: Uint8Array) {
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
