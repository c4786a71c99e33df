import { createHash } from 'node:crypto'
import type { Finding } from '@cahier/core'
import { type BundleFile, isRead, SUMS } from './bundle-file.ts'
import { bundleFinding } from './bundle-messages.ts'
import { leadsOutside } from './check-sums.ts'
import { unzipped, type ZipPart } from './unzipped.ts'

/** The files of a bundle, and what could not be read. */
export interface ReadBundle {
  readonly files: readonly BundleFile[]
  readonly findings: readonly Finding[]
}

/**
 * Bytes, and entries: what no bundle comes near, so that an archive made to fill a memory is
 * refused.
 */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_ENTRIES = 50_000

/**
 * The files of a bundle put into a ZIP archive, at its top or in one folder, with the bytes of
 * those to be read; nothing is written to the disk.
 * @returns `null` when this is no archive that can be read, or one too large.
 */
export function readZip(
  archive: Uint8Array,
  isToRead: (path: string) => boolean = isRead,
): ReadBundle | null {
  const findings: Finding[] = []
  const names = new Set<string>()
  let total = 0
  const wanted = ({ name, size, originalSize }: ZipPart) => {
    total += originalSize
    // A part that is packed larger than it says it is lies about what it unpacks to.
    if (total > MOST_BYTES || names.size >= MOST_ENTRIES || size > originalSize + 1024)
      throw new RangeError('too large')
    if (name.endsWith('/')) return false
    const wrong = names.has(name)
      ? 'twice'
      : leadsOutside(name) || name === '__proto__'
        ? 'name'
        : null
    if (wrong !== null) findings.push(bundleFinding('bundle/file', wrong, name))
    names.add(name)
    return wrong === null
  }
  const unpacked = unpackedOrNull(() => unzipped(archive, wanted))
  if (unpacked === null) return null
  const folder = folderOf([...names])
  const files = [...unpacked].map(([name, bytes]): BundleFile => {
    const path = name.startsWith(folder) ? name.slice(folder.length) : name
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { path, sha256, size: bytes.length, bytes: isToRead(path) ? bytes : null }
  })
  return { files, findings }
}

// What unpacks says by an error that it is no archive, and so does `wanted` that it is too large.
function unpackedOrNull(
  unpack: () => ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> | null {
  try {
    return unpack()
  } catch {
    return null
  }
}

// The folder that was packed, when it was packed with its name.
function folderOf(names: readonly string[]): string {
  const sums = names
    .filter((name) => name === SUMS || name.endsWith(`/${SUMS}`))
    .sort((a, b) => a.length - b.length)
  return sums[0]?.slice(0, -SUMS.length) ?? ''
}
