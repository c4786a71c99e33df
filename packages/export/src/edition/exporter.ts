import type { Edition } from './edition.ts'

export interface OutputFile {
  /** Path in the bundle, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The input of an exporter, besides the edition. */
export interface Material {
  readonly readAsset: (path: string) => Uint8Array
  /** Formats published together: the site links to the EPUB and the ODT among them. */
  readonly formats?: readonly string[]
}

/** Writes a format. `render` is pure: the same edition gives the same bytes everywhere. */
export interface Exporter {
  readonly format: string
  readonly render: (edition: Edition, material: Material) => readonly OutputFile[]
}
