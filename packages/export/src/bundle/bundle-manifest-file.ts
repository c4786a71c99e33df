import type { EditionKind } from '../edition/edition.ts'
import type { ManifestMeasure } from './bundle-manifest.ts'

/** What `manifest.json` says, once it fits schemas/manifest.schema.json. */
export interface BundleManifest {
  readonly identifier: string
  readonly edition: string
  readonly date: string
  readonly title: string
  readonly language: string
  readonly kind: EditionKind
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly size: number
  }[]
  readonly assets: readonly { readonly path: string; readonly sha256: string }[]
  readonly measures: readonly ManifestMeasure[]
}
