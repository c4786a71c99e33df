/** One file of a bundle (a published edition) under verification. */
export interface BundleFile {
  readonly path: string
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  readonly size: number
  /** `null` for a file that is too large, or that `isRead` excludes. */
  readonly bytes: Uint8Array | null
}

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
export const SIGNATURE = 'SHA256SUMS.sig'
/** The folder of the source files: texts, stances, decisions. */
export const RECORD = 'record/'

/** True when verification reads the content of a file, and not only its digest. */
export function isRead(path: string): boolean {
  return path === MANIFEST || path === SUMS || path === SIGNATURE || path.startsWith(RECORD)
}

/** The namespace of the signature: `ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS`. */
export const BUNDLE_NAMESPACE = 'cahier-bundle'
