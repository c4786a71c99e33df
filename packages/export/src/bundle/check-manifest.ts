import { type Finding, readDocument } from '@cahier/core'
import { type BundleFile, MANIFEST, SIGNATURE, SUMS } from './bundle-file.ts'
import type { BundleManifest } from './bundle-manifest.ts'
import { bundleFinding } from './bundle-messages.ts'

/** `manifest` is `null` when it does not fit its schema. */
export interface CheckedManifest {
  readonly manifest: BundleManifest | null
  readonly findings: readonly Finding[]
}

/** Validates `manifest.json`, and compares its list with the files of the bundle. */
export function checkManifest(files: readonly BundleFile[]): CheckedManifest {
  const bytes = files.find(({ path }) => path === MANIFEST)?.bytes ?? null
  if (bytes === null)
    return { manifest: null, findings: [bundleFinding('bundle/manifest', 'noManifest', MANIFEST)] }
  const document = readDocument({ path: MANIFEST, text: new TextDecoder().decode(bytes) }, 'bundle')
  if (!document.sound) {
    const [first] = document.findings
    const key = String(first?.data.key ?? '')
    return {
      manifest: null,
      findings: [
        bundleFinding('bundle/manifest', key === '' ? 'unreadable' : 'form', MANIFEST, { key }),
      ],
    }
  }
  const manifest = document.head as unknown as BundleManifest
  return { manifest, findings: listed(manifest, files) }
}

const OUTSIDE_THE_LIST: ReadonlySet<string> = new Set([MANIFEST, SUMS, SIGNATURE])

function listed(manifest: BundleManifest, files: readonly BundleFile[]): Finding[] {
  const there = new Map(
    files.filter(({ path }) => !OUTSIDE_THE_LIST.has(path)).map((file) => [file.path, file]),
  )
  const paths = new Set([...there.keys(), ...manifest.files.map(({ path }) => path)])
  const named = new Map(manifest.files.map((file) => [file.path, file]))
  return [...paths].sort().flatMap((path) => {
    const [file, written] = [there.get(path), named.get(path)]
    const same =
      file !== undefined &&
      written !== undefined &&
      file.sha256 === written.sha256 &&
      file.size === written.size
    return same
      ? []
      : [bundleFinding('bundle/manifest', written === undefined ? 'unlisted' : 'fileDiffers', path)]
  })
}
