/** One file of a bundle under verification. */
export interface BundleFile {
  /** Relative to the bundle, forward slashes. */
  readonly path: string
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  readonly size: number
  /**
   * Only of the manifest, the sums, their signature and the record; `null` for other files and for
   * those too large.
   */
  readonly bytes: Uint8Array | null
}

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
export const SIGNATURE = 'SHA256SUMS.sig'
export const RECORD = 'record/'

/** Whether verification reads the content of a file, besides its sum. */
export function isRead(path: string): boolean {
  return path === MANIFEST || path === SUMS || path === SIGNATURE || path.startsWith(RECORD)
}

/**
 * The namespace in which a bundle is signed: `ssh-keygen -Y sign -n cahier-bundle -f KEY
 * SHA256SUMS`.
 */
export const BUNDLE_NAMESPACE = 'cahier-bundle'
