import { buildProgramme, type Finding, type Programme, readFiles } from '@cahier/core'
import { type BundleFile, RECORD } from './bundle-file.ts'
import type { BundleManifest } from './bundle-manifest-file.ts'

/** The programme that a bundle was made from, and what could not be read of it. */
export interface ReadRecord {
  readonly programme: Programme
  readonly findings: readonly Finding[]
}

/**
 * Builds the programme again from `record/`. Images are not in it: the manifest gives their sums,
 * which is all that digests need of them.
 */
export function readRecord(files: readonly BundleFile[], manifest: BundleManifest): ReadRecord {
  const record = files.filter(({ path }) => path.startsWith(RECORD))
  const findings: Finding[] = []
  const folder = readFiles(
    record.map(({ path, bytes }) => ({ path: path.slice(RECORD.length), bytes: () => bytes })),
    findings,
  )
  const assets = manifest.assets.map((asset) => ({
    ...asset,
    size: 0,
    mediaType: 'application/octet-stream',
    width: 0,
    height: 0,
  }))
  const programme = buildProgramme({ ...folder, assets })
  return { programme, findings: programme.findings.filter(isAboutDecisions) }
}

// A file of rounds that cannot be read cannot be counted again; a slip elsewhere changes nothing of
// what was decided.
function isAboutDecisions({ path, severity }: Finding): boolean {
  return severity === 'error' && path.startsWith('decisions/')
}
