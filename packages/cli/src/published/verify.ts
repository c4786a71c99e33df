import { type Recheck, recheck, tally } from '@cahier/consensus'
import type { Finding } from '@cahier/core'
import {
  type BundleFile,
  type BundleManifest,
  checkManifest,
  checkMeasures,
  checkSums,
  RECORD,
  type ReadBundle,
  readRecord,
  SIGNATURE,
  SUMS,
  shownName,
} from '@cahier/export'
import { type AcceptedKeys, verifyBundleSignature } from './bundle-signature.ts'

export interface Verification {
  readonly findings: readonly Finding[]
  readonly manifest: BundleManifest | null
  /** The number of files, without `SHA256SUMS` and its signature. */
  readonly files: number
  /** How many digests of texts, outcomes of rounds and fates of amendments were recomputed. */
  readonly recomputed: Omit<Recheck, 'findings'>
  /** False for a book of loose Markdown, which has no record (source files). */
  readonly hasRecord: boolean
  readonly signature: ReturnType<typeof verifyBundleSignature>['signature']
  /** The SHA-256 of the file `SHA256SUMS`, which identifies the bundle; `''` when missing. */
  readonly sum: string
}

/**
 * Verifies the checksums, manifest and signature of a bundle. Recomputes the decisions in its
 * source files like `cahier check`.
 */
export function verifyBundle(
  { files, findings: unread }: ReadBundle,
  accepted: AcceptedKeys | null,
): Verification {
  const sums = checkSums(files)
  const { manifest, findings: listed } = checkManifest(files)
  const reported = new Set([...unread, ...sums].map(({ path }) => path))
  const hasRecord = files.some(({ path }) => path.startsWith(RECORD)) || manifest?.kind !== 'book'
  const { findings: inRecord, ...recomputed } =
    manifest === null || !hasRecord ? NO_RECORD : verifyRecord(files, manifest)
  const { signature, findings: signed } = verifyBundleSignature(files, accepted)
  return {
    findings: [
      ...unread,
      ...sums,
      ...listed.filter(({ path }) => !reported.has(path)),
      ...inRecord,
      ...signed,
    ],
    manifest,
    files: files.filter(({ path }) => path !== SUMS && path !== SIGNATURE).length,
    recomputed,
    hasRecord,
    signature,
    sum: files.find(({ path }) => path === SUMS)?.sha256 ?? '',
  }
}

const NO_RECORD: Recheck = { findings: [], digests: 0, outcomes: 0, fates: 0 }

function verifyRecord(files: readonly BundleFile[], manifest: BundleManifest): Recheck {
  const { programme, findings: unread } = readRecord(files, manifest)
  const { findings, ...recomputed } = recheck(programme)
  const inRecord = [...unread, ...findings].map((finding) => ({
    ...finding,
    path: shownName(`${RECORD}${finding.path}`),
  }))
  const measures = checkMeasures(manifest, programme, tally(programme, manifest.date))
  return { ...recomputed, findings: [...measures, ...inRecord] }
}
