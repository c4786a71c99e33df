import { type Recheck, recheck, tally } from '@cahier/consensus'
import type { Finding } from '@cahier/core'
import {
  BUNDLE_NAMESPACE,
  type BundleFile,
  type BundleManifest,
  bundleFinding,
  checkManifest,
  checkMeasures,
  checkSums,
  RECORD,
  type ReadBundle,
  readRecord,
  SIGNATURE,
  type Signer,
  SUMS,
  shownName,
  signerOf,
} from '@cahier/export'

/** All that was verified of a bundle, and what does not hold. */
export interface Verification {
  readonly findings: readonly Finding[]
  /** `null` when it cannot be read. */
  readonly manifest: BundleManifest | null
  /** All but the sums and their signature. */
  readonly files: number
  /** How many frozen texts, outcomes and adopted amendments were computed again. */
  readonly recomputed: Omit<Recheck, 'findings'>
  /** Whether the bundle has a record to count again: a book made of loose texts has none. */
  readonly hasRecord: boolean
  /** Who says they signed; `null` when it is not signed. */
  readonly signer: Signer | null
  /** The sum of `SHA256SUMS` itself, which stands for all of it; `''` when there is none. */
  readonly sum: string
}

/** Verifies a bundle from its files alone: sums, manifest, and the record counted again as `cahier check` does. */
export function verifyBundle({ files, findings: unread }: ReadBundle): Verification {
  const sums = checkSums(files)
  const { manifest, findings: listed } = checkManifest(files)
  const told = new Set([...unread, ...sums].map(({ path }) => path))
  const hasRecord = files.some(({ path }) => path.startsWith(RECORD)) || manifest?.kind !== 'book'
  const record = manifest === null || !hasRecord ? NO_RECORD : verifyRecord(files, manifest)
  const { signer, findings: signed } = signatureOf(files)
  return {
    findings: [...unread, ...sums, ...listed.filter(({ path }) => !told.has(path)), ...record.findings, ...signed],
    manifest,
    files: files.filter(({ path }) => path !== SUMS && path !== SIGNATURE).length,
    recomputed: record.recomputed,
    hasRecord,
    signer,
    sum: files.find(({ path }) => path === SUMS)?.sha256 ?? '',
  }
}

interface VerifiedRecord {
  readonly findings: readonly Finding[]
  readonly recomputed: Verification['recomputed']
}

const NO_RECORD: VerifiedRecord = { findings: [], recomputed: { digests: 0, outcomes: 0, fates: 0 } }

function verifyRecord(files: readonly BundleFile[], manifest: BundleManifest): VerifiedRecord {
  const { programme, findings: unread } = readRecord(files, manifest)
  const { findings, ...recomputed } = recheck(programme)
  const inRecord = [...unread, ...findings].map((finding) => ({ ...finding, path: shownName(`${RECORD}${finding.path}`) }))
  return { findings: [...checkMeasures(manifest, programme, tally(programme, manifest.date)), ...inRecord], recomputed }
}

function signatureOf(files: readonly BundleFile[]): { readonly signer: Signer | null; readonly findings: readonly Finding[] } {
  const bytes = files.find(({ path }) => path === SIGNATURE)?.bytes ?? null
  if (bytes === null) return { signer: null, findings: [] }
  const signer = signerOf(bytes)
  if (signer === null) return { signer, findings: [bundleFinding('bundle/signature', 'unreadable', SIGNATURE)] }
  const { namespace } = signer
  if (namespace === BUNDLE_NAMESPACE) return { signer, findings: [] }
  return { signer, findings: [bundleFinding('bundle/signature', 'namespace', SIGNATURE, { namespace, expected: BUNDLE_NAMESPACE })] }
}
