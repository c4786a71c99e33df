import { type Finding, readDocument } from '@cahier/core'
import {
  type BundleFile,
  type BundleManifest,
  MANIFEST,
  SIGNATURE,
  SUMS,
} from './bundle-manifest.ts'
import { bundleFinding } from './bundle-messages.ts'

/**
 * Validates `manifest.json`, and compares its list with the files of the bundle. `manifest` is
 * `null` when it is missing or does not fit its schema.
 */
export function checkManifest(files: readonly BundleFile[]): {
  readonly manifest: BundleManifest | null
  readonly findings: readonly Finding[]
} {
  const bytes = files.find(({ path }) => path === MANIFEST)?.bytes ?? null
  const wrong = (message: 'noManifest' | 'unreadable' | 'form', key = '') => ({
    manifest: null,
    findings: [bundleFinding('bundle/manifest', message, MANIFEST, { key })],
  })
  if (bytes === null) return wrong('noManifest')
  const document = readDocument({ path: MANIFEST, text: new TextDecoder().decode(bytes) }, 'bundle')
  if (!document.sound) {
    const key = String(document.findings[0]?.data.key ?? '')
    return wrong(key === '' ? 'unreadable' : 'form', key)
  }
  const manifest = document.head as unknown as BundleManifest
  return { manifest, findings: listed(manifest, files) }
}

const OUTSIDE_THE_LIST: ReadonlySet<string> = new Set([MANIFEST, SUMS, SIGNATURE])

function listed(manifest: BundleManifest, files: readonly BundleFile[]): Finding[] {
  const there = new Map(
    files.filter(({ path }) => !OUTSIDE_THE_LIST.has(path)).map((file) => [file.path, file]),
  )
  const named = new Map(manifest.files.map((file) => [file.path, file]))
  const paths = new Set([...there.keys(), ...named.keys()])
  return [...paths].sort().flatMap((path) => {
    const [file, written] = [there.get(path), named.get(path)]
    if (written === undefined) return [bundleFinding('bundle/manifest', 'unlisted', path)]
    return file?.sha256 === written.sha256 && file.size === written.size
      ? []
      : [bundleFinding('bundle/manifest', 'fileDiffers', path)]
  })
}
