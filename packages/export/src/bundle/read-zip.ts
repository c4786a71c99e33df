import type { Finding } from '@cahier/core'
import { type BundleFile, isRead, SUMS, summed } from './bundle-manifest.ts'
import { bundleFinding } from './bundle-messages.ts'
import { leadsOutside } from './check-sums.ts'
import { unzipped, type ZipPart } from './unzipped.ts'

export interface ReadBundle {
  readonly files: readonly BundleFile[]
  readonly findings: readonly Finding[]
}

/** Limits far above any real bundle: larger archives are refused. */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_ENTRIES = 50_000

/**
 * Reads a bundle (a published edition) at the root or in one folder of a ZIP archive. Keeps the
 * digests of all files, and the bytes where `isToRead` is true.
 * @returns `null` for an archive that is unreadable or too large.
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
    // A packed size above the declared unpacked size shows that the declaration is false.
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
  try {
    const unpacked = [...unzipped(archive, wanted)]
    const folder = folderOf([...names])
    const files = unpacked.map(([name, bytes]): BundleFile => {
      const path = name.startsWith(folder) ? name.slice(folder.length) : name
      return { ...summed({ path, bytes }), bytes: isToRead(path) ? bytes : null }
    })
    return { files, findings }
  } catch {
    return null
  }
}

// The folder of the bundle in the archive; `''` for the root.
function folderOf(names: readonly string[]) {
  const sums = names
    .filter((name) => name === SUMS || name.endsWith(`/${SUMS}`))
    .sort((a, b) => a.length - b.length)
  return sums[0]?.slice(0, -SUMS.length) ?? ''
}
